import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { awaySeconds } from "./queue.ts";

/** Where somebody stands, with how many of those who are here come before them. Nothing when they are not in the queue. */
export async function queuePlaceOf(db: Db, eventId: string, personId: string) {
  const { rows } = await sql<{
    letInUntil: Temporal.Instant | null;
    hasRegistered: boolean;
    ahead: number;
  }>`
    select q.let_in_until as "letInUntil",
      exists (select from registrations r where r.event_id = q.event_id and r.person_id = q.person_id and r.state <> 'cancelled'
        and r.registered_at >= q.let_in_at) as "hasRegistered",
      (select count(*)::integer from event_queue o where o.event_id = q.event_id and o.let_in_at is null
        and (o.arrived_at, o.arrival_id) < (q.arrived_at, q.arrival_id)) as ahead
    from event_queue q where q.event_id = ${eventId}::uuid and q.person_id = ${personId}::uuid`.execute(db);
  return rows[0];
}

export type OwnQueuePlace = { eventId: string; letInUntil: Temporal.Instant | null; ahead: number };

/** Where somebody stands in the queues of several events, also where their turn has been. */
export async function queuePlacesOf(db: Db, eventIds: readonly string[], personId: string): Promise<OwnQueuePlace[]> {
  const { rows } = await sql<OwnQueuePlace>`
    select q.event_id as "eventId", q.let_in_until as "letInUntil",
      (select count(*)::integer from event_queue o where o.event_id = q.event_id and o.let_in_at is null
        and (o.arrived_at, o.arrival_id) < (q.arrived_at, q.arrival_id)) as ahead
    from event_queue q where q.event_id = any(${eventIds}::uuid[]) and q.person_id = ${personId}::uuid`.execute(db);
  return rows;
}

/** How many are let in and have not chosen yet, and how many wait. */
export async function countsInQueue(db: Db, eventId: string, at: Temporal.Instant) {
  const { rows } = await sql<{ inside: number; waiting: number; held: number }>`
    select (select count(*)::integer from event_queue q where q.event_id = ${eventId}::uuid and q.let_in_until > ${at}
        and not exists (select from registrations r where r.event_id = q.event_id and r.person_id = q.person_id and r.state <> 'cancelled'
          and r.registered_at >= q.let_in_at)) as inside,
      (select count(*)::integer from event_queue q where q.event_id = ${eventId}::uuid and q.let_in_at is null) as waiting,
      (select coalesce(sum(quantity), 0)::integer from registrations r where r.event_id = ${eventId}::uuid and r.state = 'held') as held`.execute(
    db,
  );
  return rows[0] ?? { inside: 0, waiting: 0, held: 0 };
}

/** Lets the first of those who are here in. */
export async function letIn(db: Db, eventId: string, count: number, at: Temporal.Instant, until: Temporal.Instant): Promise<void> {
  await sql`
    update event_queue set let_in_at = ${at}, let_in_until = ${until}
    where event_id = ${eventId}::uuid and let_in_at is null and person_id = any(array(
      select q.person_id from event_queue q where q.event_id = ${eventId}::uuid and q.let_in_at is null
        and q.seen_at > ${at.subtract({ seconds: awaySeconds })} order by q.arrived_at, q.arrival_id limit ${count}))`.execute(db);
}
