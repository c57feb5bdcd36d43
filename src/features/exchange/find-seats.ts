import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { keptPlan } from "../../platform/database/kept-plan.ts";
import { isHoliday } from "../../platform/time/holidays.ts";
import { globePoint } from "../spaces/index.ts";
import { seatsOpened } from "./seats-opened.ts";

export interface SeatSearch {
  near?: [latitude: number, longitude: number] | undefined;
  day: string;
  /** At least so many left. */
  seats: number;
  /** Id or slug. */
  network?: string | undefined;
  amenities: string[];
  limit: number;
  /** Sort key of the last space seen: its distance on the globe, or its name, and its id. */
  after?: [number | string, string] | undefined;
}

export interface FoundSeats {
  id: string;
  slug: string;
  organization_id: string;
  name: string;
  town: string | null;
  municipality: string | null;
  municipality_name: string | null;
  municipality_number: string;
  latitude: number;
  longitude: number;
  amenities: string[];
  ask_first: boolean;
  opened: number;
  taken: number;
  waiting: number;
  distance: number | null;
}

/** Spaces of agreements in force on the day, nearest first or in Norwegian order of names; one more than asked for, if there is one. */
export async function findSeats(db: Db, search: SeatSearch): Promise<FoundSeats[]> {
  const here = search.near ? sql`${globePoint(search.near)}::public.cube` : undefined;
  const distance = here ? sql<number>`s.globe_point <-> ${here}` : sql<null>`null::float8`;
  const after = search.after
    ? here
      ? sql`(s.globe_point <-> ${here}, s.id) > (${search.after[0]}, ${search.after[1]}::uuid)`
      : sql`(s.name collate norwegian, s.id) > (${search.after[0]}, ${search.after[1]}::uuid)`
    : sql`true`;
  const order = here ? sql`s.globe_point <-> ${here}, s.id` : sql`s.name collate norwegian, s.id`;
  // nearly every house is open: told as a bare condition, a kept plan would expect next to none and read them all to sort them
  const isOpen = sql`coalesce(s.during @> ${search.day}::date, false)`;
  const hasAmenities = search.amenities.length > 0 ? sql`s.amenities @> ${search.amenities}::text[]` : sql`true`;
  const { network } = search;
  const isOfNetwork =
    network === undefined
      ? sql``
      : sql`and exists (select from organizations n where n.id = ag.network_id and ${network} in (n.slug, n.id::text))`;
  const { rows } = await sql<FoundSeats>`
    ${keptPlan} with in_force as materialized (
      select v.agreement_id, v.version
      from agreement_versions v
      join agreements ag on ag.id = v.agreement_id
      where v.published_at is not null and v.valid_from <= ${search.day}::date ${isOfNetwork}
        and not exists (select from agreement_versions later where later.agreement_id = v.agreement_id and later.published_at is not null
          and later.valid_from > v.valid_from and later.valid_from <= ${search.day}::date)
    )
    select s.id, s.slug, s.organization_id, s.name, s.town, m.name_no as municipality, m.name as municipality_name, s.municipality_number, s.latitude, s.longitude, s.amenities,
      t.ask_first, seats.opened, seats.taken, ${distance} as distance,
      (select count(*) from day_passes w where w.space_id = s.id and w.day = ${search.day}::date and w.state = 'waiting' and w.waits_for = 'seat') as waiting
    from spaces s
    join guest_terms t on t.space_id = s.id
    left join lateral (
      select of_number.name_no, of_number.name from municipalities of_number
      where of_number.number = s.municipality_number and of_number.valid_from <= s.municipality_recorded_on
        and (of_number.valid_to is null or of_number.valid_to > s.municipality_recorded_on)
      order by of_number.valid_from desc limit 1
    ) m on true
    cross join (select ${search.day}::date as day, ${isHoliday(search.day)}::boolean as is_holiday) k
    left join guest_days g on g.space_id = s.id and g.day = ${search.day}::date
    cross join lateral (
      select coalesce(g.capacity, ${sql.raw(seatsOpened("s.id", "k.day", "k.is_holiday"))}) as opened, coalesce(g.taken, 0) as taken
    ) seats
    where ${isOpen}
      and exists (
        select from in_force
        join agreement_acceptances a on a.agreement_id = in_force.agreement_id and a.version = in_force.version
        where a.space_id = s.id and (a.withdrawn_on is null or a.withdrawn_on > ${search.day}::date))
      and ${hasAmenities}
      and seats.opened - seats.taken >= ${search.seats}
      and ${after}
    order by ${order}
    limit ${sql.lit(search.limit + 1)}`.execute(db);
  return rows;
}
