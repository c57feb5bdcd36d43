import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { isHoliday } from "../../../platform/time/holidays.ts";
import type { ResourceKind } from "../../spaces/index.ts";

/** Some houses and what can be booked in them, from a day until before another. */
interface Asked {
  spaceIds: readonly string[];
  kinds: readonly ResourceKind[];
  from: Day;
  to: Day;
  now: Temporal.Instant;
}

/**
 * A text that is another whenever how full the houses have been until today may be another: their hours, what can be booked in them, or
 * what is booked. The bookings are told by how many they are and a sum over them, so that none has to be sent or sorted.
 */
export async function occupancyState(db: Db, { spaceIds, kinds, from, to: asked, now }: Asked): Promise<string> {
  // what lies ahead, wherever the house is, changes nothing yet
  const to = [asked, addDays(dayIn(now, "UTC"), 2)].toSorted()[0] ?? asked;
  const { rows: houses } = await sql<{ state: string | null }>`
    select md5(string_agg(x.told, ',' order by x.told)) as state from (
      select row(s.id, s.time_zone, s.open_on_holidays, s.during, least((${now}::timestamptz at time zone s.time_zone)::date, ${to}::date))::text as told
      from spaces s where s.id = any(${spaceIds}::uuid[])
      union all select row(h.space_id, h.weekday, h.opens, h.closes)::text from opening_hours h where h.space_id = any(${spaceIds}::uuid[])
      union all select row(x.space_id, x.day, x.opens, x.closes)::text from opening_exceptions x
      where x.space_id = any(${spaceIds}::uuid[]) and x.day >= ${from}::date and x.day < ${to}::date
      union all select row(r.id, r.space_id, r.kind, r.places, r.opens_with_house, r.in_use)::text from resources r
      where r.space_id = any(${spaceIds}::uuid[]) and r.kind = any(${kinds})) x`.execute(db);
  const { rows: booked } = await sql<{ n: number; sum: string | null }>`
    select count(*)::integer as n, sum(hash_record_extended(row(t.booking_id, t.resource_id, t.place, t.during), 0))::text as sum
    from booked_resources t join resources r on r.space_id = t.space_id and r.id = t.resource_id and r.kind = any(${kinds})
    join bookings b on b.space_id = t.space_id and b.id = t.booking_id and (b.held_until is null or b.held_until > ${now}::timestamptz)
    where t.space_id = any(${spaceIds}::uuid[])
      and t.during && tstzrange(${from}::date::timestamptz - interval '1 day', ${to}::date::timestamptz + interval '1 day')`.execute(db);
  return JSON.stringify([houses[0]?.state, booked[0], holidaysOf(from, to)]);
}

function holidaysOf(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) if (isHoliday(day)) days.push(day);
  return days;
}
