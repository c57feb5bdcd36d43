import { type RawBuilder, sql } from "kysely";
import { yearOf } from "../counted-once/counted-year.ts";
import type { Asked } from "../metric.ts";
import { placeOfOrganization } from "../rows.ts";
import { heldEvents, nowhere } from "./held-events.ts";

/** The counts of a figure over a whole year of events, all of them taken in; `asked` is as it was asked for. */
export type OfYear = (year: Asked, asked: Asked) => RawBuilder<unknown>;

/** People, companies and members over a whole year, each counted once, in the month they first came in. */
export const countedOnce: Record<string, OfYear> = {
  "events-people": (year) => sums(year, "person", sql`null::float8`, sql`s.n::float8`),
  "events-festival-people": (year) => sums(year, "festival_person", sql`null::float8`, sql`s.n::float8`),
  "events-repeat": (year) => sums(year, "person", sql`s.n::float8`, sql`s.of_several::float8`),
  "events-organizations": (year) => sql`
    select o.id as organization_id, ${placeOfOrganization},
      make_date(c.year, (select min(m.month) from unnest(c.events) with ordinality m(events, month) where m.events > 0)::integer, 1) as day,
      1.0 as amount, null::float8 as of_amount, 'record' as source, false as is_open, 1 as n, 0 as missing
    from ${ofYear(year, "company")} c join organizations o on o.id = c.who_id`,
  "events-member-reach": (year, { to }) => sql`
    select o.id as organization_id, ${placeOfOrganization}, ${to}::date - 1 as day,
      case when o.id in (select w.organization_id from (${reached(year)}) w) then 1.0 else 0.0 end as amount, 1.0 as of_amount, 'record' as source,
      false as is_open, 1 as n, 0 as missing
    from memberships m join organizations o on o.id = m.member_organization_id
    where m.organization_id = ${year.organizationId}::uuid and m.during @> (${to}::date - 1)`,
};

function sums(
  { organizationId, from, to }: Asked,
  kind: "person" | "festival_person",
  of: RawBuilder<unknown>,
  amount: RawBuilder<unknown>,
) {
  return sql`
    select null::uuid as organization_id, ${nowhere}, s.month as day, ${amount} as amount, ${of} as of_amount, 'record' as source, false as is_open, s.n, 0 as missing
    from counted_once_sums s
    where s.organization_id = ${organizationId}::uuid and s.kind = ${kind} and s.month >= ${from}::date and s.month < ${to}::date and s.n > 0`;
}

function ofYear(year: Asked, kind: "person" | "company") {
  return sql`(
    select o.who_id, o.year, o.events from counted_once o
    where o.organization_id = ${year.organizationId}::uuid and o.kind = ${kind} and o.year = ${yearOf(year)}::integer)`;
}

// the companies somebody came for, or whose people came on their own; only where somebody was there for a part of the year the day is asked for
function reached(year: Asked) {
  const whole = sql`daterange(${year.from}::date, ${year.to}::date)`;
  return sql`
    select c.who_id as organization_id from ${ofYear(year, "company")} c
    union
    select n.organization_id from ${ofYear(year, "person")} p join positions n on n.person_id = p.who_id and n.during @> ${whole}
    union
    select n.organization_id from ${ofYear(year, "person")} p
    join positions n on n.person_id = p.who_id and n.during && ${whole} and not n.during @> ${whole}
    join registrations r on r.person_id = n.person_id and r.state = 'confirmed' join ${heldEvents(year)} e on e.id = r.event_id and n.during @> e.day`;
}
