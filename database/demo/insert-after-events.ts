import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** What came of events that are over: who came, and what they answered afterwards. */
export async function insertAfterEvents(tx: Tx, demo: Demo, network: Network): Promise<void> {
  for (const { slug, came = 0, survey, own } of demo.events) {
    if (came === 0) continue;
    const event = await tx.selectFrom("events").select(["id", "starts_at", "ends_at"]).where("slug", "=", slug).executeTakeFirstOrThrow();
    const tickets = await ticketsOf(tx, event.id, new Set(own.map(({ person }) => network.people.get(person)?.id ?? "")));
    const used = tickets.slice(0, came);
    // they come over the quarter of an hour before it begins
    const at = (place: number) => event.starts_at.subtract({ minutes: 15 }).add({ seconds: Math.round((place * 900) / came) });
    await insertMany(
      tx,
      "ticket_scans",
      used.map((ticket, place) => ({
        event_id: event.id,
        nonce: newId(),
        ticket_id: ticket.id,
        kind: "check_in",
        counted: true,
        scanned_at: at(place),
        received_at: at(place),
        door: "Inngangen",
        scanned_by: null,
        reason: null,
      })),
    );
    await sql`
      update tickets k set checked_in_at = s.scanned_at from ticket_scans s
      where s.event_id = k.event_id and s.ticket_id = k.id and k.event_id = ${event.id}::uuid`.execute(tx);
    // the letters of that morning were read long ago
    await tx
      .updateTable("events")
      .set({ reminded_at: event.starts_at, followed_up_at: event.ends_at })
      .where("id", "=", event.id)
      .execute();
    if (survey) await insertSurvey(tx, event, used.slice(-survey.length), survey);
  }
}

async function insertSurvey(
  tx: Tx,
  event: { id: string; starts_at: Temporal.Instant },
  answered: readonly { id: string }[],
  survey: NonNullable<Demo["events"][number]["survey"]>,
): Promise<void> {
  await insertMany(tx, "event_surveys", [{ event_id: event.id, own_question: {} as never, asked_at: event.starts_at, asked_by: null }]);
  await insertMany(
    tx,
    "survey_marks",
    answered.map(({ id }) => ({ event_id: event.id, ticket_id: id })),
  );
  await insertMany(
    tx,
    "survey_answers",
    survey.map(({ wasWorth, wouldRecommend, words }) => ({
      event_id: event.id,
      id: crypto.randomUUID(),
      was_worth: wasWorth ?? null,
      would_recommend: wouldRecommend ?? null,
      words: words ?? null,
    })),
  );
}

/** The valid tickets of an event, first those of the people who are told one by one. */
async function ticketsOf(tx: Tx, eventId: string, first: ReadonlySet<string>) {
  const rows = await tx
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .select(["k.id", "r.person_id"])
    .where("k.event_id", "=", eventId)
    .where("r.state", "=", "confirmed")
    .orderBy("k.id")
    .execute();
  return [...rows.filter(({ person_id }) => first.has(person_id)), ...rows.filter(({ person_id }) => !first.has(person_id))];
}
