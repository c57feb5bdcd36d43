import type { Db } from "../../../platform/database/database.ts";
import { textIn } from "../../spaces/index.ts";
import type { Report, ReportPart } from "../report.ts";
import { draftSalt, type FrozenStory, freezeStory } from "./frozen-story.ts";
import { findStories, type StoryRow } from "./queries.ts";
import { storyRefusals } from "./refusals.ts";
import { type Hindrance, hindrancesOf } from "./story.ts";

/** A story in a report; of a draft with what keeps it from being published. */
export type TellsStory = FrozenStory & { hindrances?: Hindrance[] };

type OfStory = Extract<ReportPart, { kind: "story" }>;

/** The stories a draft tells, as they are now. One that is gone is left out. */
export async function storiesIn(db: Db, report: Pick<Report, "organizationId" | "parts">): Promise<TellsStory[]> {
  const rows = await rowsIn(db, report);
  return rows.map((row) => ({ ...freezeStory(row, draftSalt(row.id)), hindrances: hindrancesOf(row) }));
}

/** The stories a report is published with. @throws Refusal story.people_not_said, story.alt_missing, story.consent_missing */
export async function storiesToPublish(db: Db, report: Pick<Report, "organizationId" | "parts">): Promise<FrozenStory[]> {
  const rows = await rowsIn(db, report);
  for (const row of rows) {
    const [hindrance] = hindrancesOf(row);
    if (hindrance) throw refusalOf(row, hindrance);
  }
  return rows.map((row) => freezeStory(row));
}

/** Every story that parts tell is one of the organization. @throws Refusal story.not_here */
export async function requireStories(db: Db, organizationId: string, parts: readonly ReportPart[]): Promise<void> {
  const ids = storiesOf(parts);
  const rows = await rowsIn(db, { organizationId, parts });
  if (rows.length < ids.length) throw storyRefusals.notHere();
}

async function rowsIn(db: Db, { organizationId, parts }: { organizationId: string; parts: readonly ReportPart[] }): Promise<StoryRow[]> {
  const ids = storiesOf(parts);
  const rows = (await findStories(db, ids)).filter((row) => row.organizationId === organizationId);
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function storiesOf(parts: readonly ReportPart[]): string[] {
  return [...new Set(parts.filter((part): part is OfStory => part.kind === "story").map(({ story }) => story))];
}

function refusalOf({ titles }: StoryRow, hindrance: Hindrance) {
  const story = textIn(titles, "nb")?.text ?? "";
  if (hindrance.kind === "people_not_said") return storyRefusals.peopleNotSaid({ story });
  if (hindrance.kind === "alt_missing") return storyRefusals.altMissing({ story });
  return storyRefusals.consentMissing({ story, names: hindrance.names.join(", ") });
}
