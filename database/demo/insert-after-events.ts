import type { Tx } from "../../src/platform/database/database.ts";
import { insertMany } from "./insert-all.ts";
import { insertCheckIns } from "./insert-check-ins.ts";
import type { HeldEvents } from "./insert-events.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** What came of events that are over: who came, and what they answered afterwards. */
export async function insertAfterEvents(tx: Tx, demo: Demo, held: HeldEvents, network: Network): Promise<void> {
  const over = demo.events.flatMap(({ slug, came = 0, survey, own }) => {
    const event = held.get(slug);
    const first = new Set(own.map(({ person }) => network.people.get(person)?.id ?? ""));
    return event && came > 0 ? [{ ...event, came, survey, first }] : [];
  });
  const used = await insertCheckIns(tx, over);
  for (const { eventId, startsAt, survey } of over)
    if (survey) await insertSurvey(tx, { eventId, startsAt }, used.get(eventId)?.slice(-survey.length) ?? [], survey);
}

async function insertSurvey(
  tx: Tx,
  { eventId, startsAt }: { eventId: string; startsAt: Temporal.Instant },
  answered: readonly string[],
  survey: NonNullable<Demo["events"][number]["survey"]>,
): Promise<void> {
  await insertMany(tx, "event_surveys", [{ event_id: eventId, own_question: {} as never, asked_at: startsAt, asked_by: null }]);
  await insertMany(
    tx,
    "survey_marks",
    answered.map((ticketId) => ({ event_id: eventId, ticket_id: ticketId })),
  );
  await insertMany(
    tx,
    "survey_answers",
    survey.map(({ wasWorth, wouldRecommend, words }) => ({
      event_id: eventId,
      id: crypto.randomUUID(),
      was_worth: wasWorth ?? null,
      would_recommend: wouldRecommend ?? null,
      words: words ?? null,
    })),
  );
}
