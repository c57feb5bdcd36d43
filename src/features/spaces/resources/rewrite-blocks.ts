import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { resourceRefusals } from "./refusals.ts";

interface Buffers {
  spaceId: string;
  resourceId: string;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  from: Temporal.Instant;
}

type Overlap = { id: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/**
 * Gives the bookings ahead of a resource its new buffers: a rule that held for new bookings alone would leave two sorts of time
 * beside each other, and no one could tell from the calendar which is free. What would overlap then is left to a person.
 * What another calendar takes gets them when that is read the next time. Claims of the space must be locked.
 * @throws Refusal resource.buffers_overlap with the bookings that stand too close
 */
export async function rewriteBlocks(tx: Tx, buffers: Buffers): Promise<void> {
  const { spaceId } = buffers;
  const wanted = sql`
    select t.booking_id, t.resource_id, t.place, b.starts_at, b.ends_at,
      tstzrange(b.starts_at - make_interval(mins => ${buffers.bufferBeforeMinutes}::int), b.ends_at + make_interval(mins => ${buffers.bufferAfterMinutes}::int)) as during
    from booked_resources t join bookings b on b.space_id = t.space_id and b.id = t.booking_id
    where t.space_id = ${spaceId}::uuid and b.resource_id = ${buffers.resourceId}::uuid and b.kind <> 'outside' and b.ends_at > ${buffers.from}::timestamptz`;
  const { rows: overlaps } = await sql<Overlap>`
    with wanted as (${wanted}), standing as (
      select booking_id, resource_id, place, during from wanted
      union all
      select t.booking_id, t.resource_id, t.place, t.during from booked_resources t
      where t.space_id = ${spaceId}::uuid and upper(t.during) > ${buffers.from}::timestamptz
        and not exists (select from wanted w where w.booking_id = t.booking_id)
    )
    select distinct w.booking_id as id, w.starts_at as "startsAt", w.ends_at as "endsAt"
    from wanted w join standing o on o.resource_id = w.resource_id and o.place = w.place and o.booking_id <> w.booking_id and o.during && w.during
    order by w.starts_at, w.booking_id`.execute(tx);
  if (overlaps.length > 0) {
    const bookings = overlaps.map(({ id, startsAt, endsAt }) => ({ id, startsAt: startsAt.toString(), endsAt: endsAt.toString() }));
    throw resourceRefusals.buffersOverlap({ count: bookings.length, bookings: bookings.slice(0, 50) });
  }
  const { rows } = await sql<{ booking_id: string; resource_id: string; place: number; during: string }>`${wanted}`.execute(tx);
  if (rows.length === 0) return;
  const ids = [...new Set(rows.map(({ booking_id }) => booking_id))];
  // taken away first: one that has grown must not meet the old time of the next
  await tx.deleteFrom("booked_resources").where("space_id", "=", spaceId).where(sql<boolean>`booking_id = any(${ids}::uuid[])`).execute();
  await tx
    .insertInto("booked_resources")
    .values(rows.map(({ booking_id, resource_id, place, during }) => ({ space_id: spaceId, booking_id, resource_id, place, during })))
    .execute();
}
