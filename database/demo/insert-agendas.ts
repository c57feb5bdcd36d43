import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { timeZone } from "./calendar.ts";
import { insertMany } from "./insert-all.ts";
import type { HeldEvents } from "./insert-events.ts";
import type { Demo } from "./read.ts";

/** Programmes of the events that have one. */
export async function insertAgendas(tx: Tx, demo: Demo, held: HeldEvents, now: Temporal.Instant): Promise<void> {
  const sessions = demo.agendas.flatMap(({ event, sessions: planned }) => {
    const known = held.get(event);
    return known ? planned.map((session) => ({ ...session, ...known, id: newId() })) : [];
  });
  await insertMany(
    tx,
    "event_sessions",
    sessions.map(({ eventId, startsAt, id, day, hours, title, track, room, language, most }) => {
      const [from = "", until = ""] = hours.split("-");
      return {
        ...{
          event_id: eventId,
          id,
          titles: title as never,
          starts_at: momentOn(startsAt, day, from),
          ends_at: momentOn(startsAt, day, until),
          created_at: now,
        },
        ...{ track: track ?? null, room: room ?? null, language: language ?? null, most_people: most ?? null },
      };
    }),
  );
  await insertMany(
    tx,
    "session_speakers",
    sessions.flatMap(({ eventId, id, speakers }) =>
      speakers.map(({ name, title, organization }, index) => ({
        ...{ event_id: eventId, session_id: id, place_in_order: index },
        ...{ name, title: title ?? null, organization: organization ?? null },
      })),
    ),
  );
}

function momentOn(startsAt: Temporal.Instant, day: number, time: string): Temporal.Instant {
  const first = startsAt.toZonedDateTimeISO(timeZone).toPlainDate();
  return first
    .add({ days: day - 1 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}
