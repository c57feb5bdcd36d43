import type { ReportPart } from "../../../src/features/reports/index.ts";
import type { Tx } from "../../../src/platform/database/database.ts";
import { newId } from "../../../src/platform/database/id.ts";
import type { Network } from "../network.ts";
import type { DemoReport } from "./report-contract.ts";

type Written = { organizationId: string; writer: string; at: Temporal.Instant };
type DemoStory = Extract<DemoReport["parts"][number], { kind: "story" }>;

/** The parts of a report, with its stories written down: those in them were asked, and said yes the day after. */
export async function partsWithStories(tx: Tx, { parts }: DemoReport, written: Written, network: Network): Promise<ReportPart[]> {
  const told: ReportPart[] = [];
  for (const part of parts)
    told.push(part.kind === "story" ? { kind: "story", story: await insertStory(tx, part, written, network) } : part);
  return told;
}

async function insertStory(
  tx: Tx,
  { titles, texts, people }: DemoStory,
  { organizationId, writer, at }: Written,
  network: Network,
): Promise<string> {
  const id = newId();
  const words = { titles: JSON.stringify(titles), texts: JSON.stringify(texts) };
  await tx
    .insertInto("stories")
    .values({ id, organization_id: organizationId, ...words, created_at: at, created_by: writer })
    .execute();
  for (const { email, appearance } of people) {
    const name = network.people.get(email)?.name;
    if (name === undefined) throw new Error(`Nobody has the address ${email}`);
    const person = newId();
    await tx
      .insertInto("story_people")
      .values({ id: person, story_id: id, name, email, appearance, named_at: at, asked_at: at, asked_by: writer })
      .execute();
    const answered = { answer: "given", content_version: 1, answered_at: at.add({ hours: 26 }) };
    await tx
      .insertInto("story_answers")
      .values({ id: newId(), story_person_id: person, ...answered })
      .execute();
  }
  return id;
}
