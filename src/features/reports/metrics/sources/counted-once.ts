import { type RawBuilder, sql } from "kysely";
import { placeHolders } from "../../../events/index.ts";
import { isYear, yearOf } from "../counted-once/whole-months.ts";
import type { Asked } from "../metric.ts";
import { placeOfOrganization } from "../rows.ts";
import { heldEvents, nowhere } from "./held-events.ts";

/** The counts of a figure over whole months whose events are all taken in; `asked` is as it was asked for. */
export type OfMonths = (months: Asked, asked: Asked) => RawBuilder<unknown>;
type Kind = "person" | "festival_person" | "company";

/** People, companies and members over whole months, each counted once, in the month they first came in. */
export const countedOnce: Record<string, OfMonths> = {
  "events-people": (months) => people(months, "person", sql`s.n::float8`, sql`null::float8`),
  "events-festival-people": (months) => people(months, "festival_person", sql`s.n::float8`, sql`null::float8`),
  "events-repeat": (months) => people(months, "person", sql`s.of_several::float8`, sql`s.n::float8`),
  "events-organizations": (months) => sql`
    select o.id as organization_id, ${placeOfOrganization}, c.month as day, 1.0 as amount, null::float8 as of_amount, 'record' as source,
      false as is_open, 1 as n, 0 as missing
    from ${comers(months, "company")} c join organizations o on o.id = c.who_id`,
  "events-member-reach": (months, { to }) => sql`
    select o.id as organization_id, ${placeOfOrganization}, ${to}::date - 1 as day,
      case when o.id in (select w.organization_id from (${reached(months)}) w) then 1.0 else 0.0 end as amount, 1.0 as of_amount, 'record' as source,
      false as is_open, 1 as n, 0 as missing
    from memberships m join organizations o on o.id = m.member_organization_id
    where m.organization_id = ${months.organizationId}::uuid and m.during @> (${to}::date - 1)`,
};

function people(months: Asked, kind: Kind, amount: RawBuilder<unknown>, of: RawBuilder<unknown>) {
  return sql`
    select null::uuid as organization_id, ${nowhere}, s.month as day, ${amount} as amount, ${of} as of_amount, 'record' as source, false as is_open,
      s.n, 0 as missing
    from ${isYear(months) ? sumsOfYear(months, kind) : sumsOf(months, kind)} s`;
}

function sumsOfYear({ organizationId, from, to }: Asked, kind: Kind) {
  return sql`(
    select s.month, s.n, s.of_several from counted_once_sums s
    where s.organization_id = ${organizationId}::uuid and s.kind = ${kind} and s.month >= ${from}::date and s.month < ${to}::date and s.n > 0)`;
}

function sumsOf(months: Asked, kind: Kind) {
  return sql`(
    select c.month, count(*)::integer as n, (count(*) filter (where c.events > 1))::integer as of_several
    from ${comers(months, kind)} c group by c.month)`;
}

/** Who came in the months, in which first, and to how many events. */
function comers({ organizationId, from, to }: Asked, kind: Kind) {
  return sql`(
    select o.who_id, min(make_date(o.year, m.month::integer, 1)) as month, sum(m.events) as events
    from counted_once o cross join lateral unnest(o.events) with ordinality m(events, month)
    where o.organization_id = ${organizationId}::uuid and o.kind = ${kind} and o.year between ${yearOf(from)}::integer and ${yearOf(to)}::integer
      and m.events > 0 and make_date(o.year, m.month::integer, 1) >= ${from}::date and make_date(o.year, m.month::integer, 1) < ${to}::date
    group by o.who_id)`;
}

// the companies somebody came for, or whose people came on their own; only where somebody was there for a part of the time the day is asked for
function reached(months: Asked) {
  const whole = sql`daterange(${months.from}::date, ${months.to}::date)`;
  return sql`
    select c.who_id as organization_id from ${comers(months, "company")} c
    union
    select n.organization_id from ${comers(months, "person")} p join positions n on n.person_id = p.who_id and n.during @> ${whole}
    union
    select n.organization_id from ${comers(months, "person")} p
    join positions n on n.person_id = p.who_id and n.during && ${whole} and not n.during @> ${whole}
    join ${placeHolders} h on h.person_id = n.person_id join ${heldEvents(months)} e on e.id = h.event_id and n.during @> e.day`;
}
