import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Machines out of order at a moment, with what is told of them. */
export function outages(db: Db, at: Temporal.Instant) {
  return db
    .selectFrom("outages as o")
    .innerJoin("resources as r", "r.id", "o.resource_id")
    .innerJoin("spaces as s", "s.id", "o.space_id")
    .select(["o.id", "o.space_id", "o.resource_id", "o.booking_id", "o.note", "o.reported_at", "o.expected_until"])
    .select(["r.name as resource_name", "s.organization_id as host_id"])
    .where("o.ended_at", "is", null)
    .where("o.expected_until", ">", at);
}

export type OutageRow = NonNullable<Awaited<ReturnType<typeof outageOf>>>;

export function outageOf(db: Db, resource: { spaceId: string; id: string }, at: Temporal.Instant) {
  return outages(db, at).where("o.space_id", "=", resource.spaceId).where("o.resource_id", "=", resource.id).executeTakeFirst();
}

/** Of a house, by the machine's name. */
export function outagesIn(db: Db, spaceId: string, at: Temporal.Instant) {
  return outages(db, at).where("o.space_id", "=", spaceId).orderBy(sql`r.name collate norwegian`).orderBy("o.id").execute();
}

/** What holds time of a resource, of its parts or of what it is a part of, between two moments, and is not over; outside calendars apart. */
export async function inTheWay(
  db: Db,
  { spaceId, resourceId, from, until }: { spaceId: string; resourceId: string; from: Temporal.Instant; until: Temporal.Instant },
): Promise<{ id: string; state: string }[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    select distinct b.id, b.state
    from booked_resources t join bookings b on b.space_id = t.space_id and b.id = t.booking_id
    where t.space_id = ${spaceId} and t.during && tstzrange(${from}, ${until}) and b.kind <> 'outside' and b.ends_at > ${from}
      and t.resource_id = any(${await familyOf(db, resourceId)}::uuid[])`.execute(db);
  return rows;
}

// booking a part blocks the whole through the whole's own row, so that looking at the resource and its parts is enough
async function familyOf(db: Db, resourceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down (id) as (
      select id from resources where id = ${resourceId} union select child.id from down join resources child on child.part_of = down.id
    ) select id from down`.execute(db);
  return rows.map(({ id }) => id);
}

/** When a block of the resource can begin: after what is over but keeps its buffer still, with the resource's own buffers to go with it. */
export async function blockTime(db: Db, { spaceId, resourceId, at }: { spaceId: string; resourceId: string; at: Temporal.Instant }) {
  const { rows } = await sql<{ free_at: Temporal.Instant; before: number; after: number }>`
    select r.buffer_before_minutes as before, r.buffer_after_minutes as after, coalesce((
      select max(upper(t.during)) from booked_resources t join bookings b on b.space_id = t.space_id and b.id = t.booking_id
      where t.space_id = ${spaceId} and t.resource_id = any(${await familyOf(db, resourceId)}::uuid[]) and t.during @> ${at}::timestamptz
        and b.ends_at <= ${at}), ${at}::timestamptz) as free_at
    from resources r where r.id = ${resourceId}`.execute(db);
  const [{ free_at, before, after } = { free_at: at, before: 0, after: 0 }] = rows;
  return { startsAt: free_at.add({ minutes: before }), bufferAfterMinutes: after };
}
