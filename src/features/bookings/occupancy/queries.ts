import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ResourceKind } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";

/** Time of a day in which something can be taken: what opens with the house, or what is always open. */
export type OpenTime = Interval & { day: string; withHouse: boolean };

export type Amount = { day: string; kind: ResourceKind; minutes: number };

/** Whether there is something of these kinds that is to be had also while the house is closed. */
export async function isAnyAlwaysOpen(db: Db, spaceId: string, kinds: readonly ResourceKind[]): Promise<boolean> {
  const { rows } =
    await sql`select from resources r where r.space_id = ${spaceId}::uuid and not r.opens_with_house and ${isOfKind(kinds)} limit 1`.execute(
      db,
    );
  return rows.length > 0;
}

/** What there is to be booked in a house on each day, in minutes of all places of a kind. */
export async function openMinutes(db: Db, spaceId: string, kinds: readonly ResourceKind[], times: OpenTime[]): Promise<Amount[]> {
  const { rows } = await sql<Amount>`
    select k.day::text as day, r.kind, sum(r.places * extract(epoch from k.until_at - k.from_at) / 60)::integer as minutes
    from ${unnested(times)}
    join resources r on r.space_id = ${spaceId}::uuid and r.opens_with_house = k.with_house and ${isOfKind(kinds)} and r.in_use @> k.day
    group by k.day, r.kind`.execute(db);
  return rows;
}

/** What of it is taken. A hold that has run out takes nothing. */
export async function takenMinutes(
  db: Db,
  spaceId: string,
  kinds: readonly ResourceKind[],
  times: OpenTime[],
  now: Temporal.Instant,
): Promise<Amount[]> {
  const { rows } = await sql<Amount>`
    select k.day::text as day, r.kind,
      sum(extract(epoch from least(upper(t.during), k.until_at) - greatest(lower(t.during), k.from_at)) / 60)::integer as minutes
    from ${unnested(times)}
    join resources r on r.space_id = ${spaceId}::uuid and r.opens_with_house = k.with_house and ${isOfKind(kinds)} and r.in_use @> k.day
    join booked_resources t on t.space_id = r.space_id and t.resource_id = r.id and t.during && tstzrange(k.from_at, k.until_at)
    join bookings b on b.space_id = t.space_id and b.id = t.booking_id and (b.held_until is null or b.held_until > ${now}::timestamptz)
    group by k.day, r.kind`.execute(db);
  return rows;
}

function isOfKind(kinds: readonly ResourceKind[]) {
  return sql<boolean>`r.kind = any(${kinds})`;
}

function unnested(times: OpenTime[]) {
  const [days, from, until, withHouse] = [
    times.map(({ day }) => day),
    times.map((time) => time.from),
    times.map((time) => time.until),
    times.map((time) => time.withHouse),
  ];
  return sql`unnest(${days}::date[], ${from}::timestamptz[], ${until}::timestamptz[], ${withHouse}::boolean[]) k(day, from_at, until_at, with_house)`;
}
