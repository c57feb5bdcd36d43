import { sql } from "kysely";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertMany } from "./insert-all.ts";

/** An event that is over, on how many tickets somebody came in, and people who were among the first. */
export interface Attended {
  eventId: string;
  startsAt: Temporal.Instant;
  came: number;
  first?: ReadonlySet<string>;
}

/** Lets in those who came, over the quarter of an hour before it began. @returns the tickets they came in on, by event */
export async function insertCheckIns(tx: Tx, attended: readonly Attended[]): Promise<Map<string, string[]>> {
  const eventIds = attended.map(({ eventId }) => eventId);
  if (eventIds.length === 0) return new Map();
  const byEvent = await ticketsOf(tx, eventIds);
  const used = new Map(
    attended.map(({ eventId, came, first = new Set() }) => {
      const tickets = byEvent.get(eventId) ?? [];
      const ordered = [...tickets.filter(({ personId }) => first.has(personId)), ...tickets.filter(({ personId }) => !first.has(personId))];
      return [eventId, ordered.slice(0, came).map(({ id }) => id)];
    }),
  );
  await insertMany(
    tx,
    "ticket_scans",
    attended.flatMap(({ eventId, startsAt, came }) =>
      (used.get(eventId) ?? []).map((ticketId, place) => {
        const at = startsAt.subtract({ minutes: 15 }).add({ seconds: Math.round((place * 900) / came) });
        return {
          ...{ event_id: eventId, nonce: newId(), ticket_id: ticketId, kind: "check_in", counted: true, scanned_at: at, received_at: at },
          ...{ door: "Inngangen", scanned_by: null, reason: null },
        };
      }),
    ),
  );
  await sql`
    update tickets k set checked_in_at = s.scanned_at from ticket_scans s
    where s.event_id = k.event_id and s.ticket_id = k.id and k.event_id = any(${eventIds}::uuid[])`.execute(tx);
  // the letters of that morning were read long ago
  await sql`update events set reminded_at = starts_at, followed_up_at = ends_at where id = any(${eventIds}::uuid[])`.execute(tx);
  return used;
}

async function ticketsOf(tx: Tx, eventIds: string[]) {
  const rows = await tx
    .selectFrom("tickets as k")
    .innerJoin("registrations as r", (join) => join.onRef("r.event_id", "=", "k.event_id").onRef("r.id", "=", "k.registration_id"))
    .select(["k.event_id as eventId", "k.id", "r.person_id as personId"])
    .where("k.event_id", "in", eventIds)
    .where("r.state", "=", "confirmed")
    .orderBy("k.event_id")
    .orderBy("k.id")
    .execute();
  return Map.groupBy(rows, ({ eventId }) => eventId);
}
