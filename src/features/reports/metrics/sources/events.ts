import { type RawBuilder, sql } from "kysely";
import { placeHolders } from "../../../events/index.ts";
import { placeOf } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric, type Unit } from "../metric.ts";
import { placeOfOrganization } from "../rows.ts";
import { withCounts } from "./event-counts.ts";
import { eventPopulation, eventTexts } from "./event-texts.ts";
import { heldEvents, nowhere, placeOfEvent } from "./held-events.ts";

const namesPeople: string[] = ["events-invited", "events-registered", "events-checked-in", "events-people", "events-repeat"];
// the second counts who holds a place, the first who registered
const versions: Partial<Record<keyof typeof eventTexts.nb, number>> = { "events-people": 2, "events-repeat": 2, "events-member-reach": 2 };
const about = described("events", eventTexts, eventPopulation, versions);

/** What was held: the five counts kept apart, and the shares made of them. */
export const eventMetrics: Metric[] = [
  sum(
    "events-held",
    "events",
    true,
    (asked) => sql`
    select e.id::text as key, e.title as label, e.path, null::uuid as organization_id, ${placeOfEvent}, e.day,
      1.0 as amount, null::float8 as of_amount, 'record' as source, case e.audience when 'invited' then e.hosts end as seen_by
    from ${heldEvents(asked)} e`,
  ),
  sum(
    "events-invited",
    "invitations",
    false,
    (asked) => sql`
    select e.id || ' ' || i.person_id as key, p.name as label, e.path, null::uuid as organization_id, ${placeOfEvent}, e.day,
      1.0 as amount, null::float8 as of_amount, 'record' as source, e.hosts as seen_by
    from ${heldEvents(asked)} e join event_invitations i on i.event_id = e.id join people p on p.id = i.person_id`,
  ),
  sum(
    "events-registered",
    "places",
    false,
    (asked) => sql`
    select r.id::text as key, coalesce(o.name, p.name) as label, e.path || '/registrations/' || r.id as path, r.organization_id, ${placeOfEvent}, e.day,
      r.quantity::float8 as amount, null::float8 as of_amount, 'record' as source, e.hosts as seen_by
    from ${heldEvents(asked)} e join registrations r on r.event_id = e.id and r.state = 'confirmed'
    join people p on p.id = r.person_id left join organizations o on o.id = r.organization_id`,
  ),
  sum(
    "events-checked-in",
    "places",
    false,
    (asked) => sql`
    select k.id::text as key, coalesce(k.holder_name, p.name) as label, e.path || '/registrations/' || r.id as path, r.organization_id, ${placeOfEvent}, e.day,
      1.0 as amount, null::float8 as of_amount, 'check_in' as source, e.hosts as seen_by
    from ${heldEvents(asked)} e join tickets k on k.event_id = e.id and k.checked_in_at is not null
    join registrations r on r.event_id = e.id and r.id = k.registration_id join people p on p.id = r.person_id`,
  ),
  sum(
    "events-people",
    "people",
    false,
    (asked) => sql`
    select h.person_id::text as key, min(h.name) as label, null as path, null::uuid as organization_id, ${nowhere}, min(e.day) as day,
      1.0 as amount, null::float8 as of_amount, 'record' as source, ${ofOwn(asked)} as seen_by
    from ${heldEvents(asked)} e join ${placeHolders} h on h.event_id = e.id
    group by h.person_id`,
  ),
  sum(
    "events-organizations",
    "organizations",
    false,
    (asked) => sql`
    select o.id::text as key, o.name as label, '/organizations/' || o.slug as path, o.id as organization_id, ${placeOfOrganization}, min(e.day) as day,
      1.0 as amount, null::float8 as of_amount, 'record' as source, ${ofOwn(asked)} as seen_by
    from ${heldEvents(asked)} e join registrations r on r.event_id = e.id and r.state = 'confirmed' join organizations o on o.id = r.organization_id
    group by o.id`,
  ),
  ratio(
    "events-no-show",
    (asked) => sql`
    select e.id::text as key, e.title as label, e.path || '/registrations' as path, null::uuid as organization_id, ${placeOfEvent}, e.day,
      case when c.came > 0 then c.registered - c.came end::float8 as amount, case when c.came > 0 then c.registered end::float8 as of_amount,
      'check_in' as source, e.hosts as seen_by
    from ${heldEvents(asked)} e cross join lateral (
      select (select coalesce(sum(r.quantity), 0) from registrations r where r.event_id = e.id and r.state = 'confirmed') as registered,
        (select count(*) from tickets k where k.event_id = e.id and k.checked_in_at is not null) as came) c
    where c.registered > 0`,
  ),
  ratio(
    "events-fill",
    (asked) => sql`
    select e.id::text as key, e.title as label, e.path || '/registrations' as path, null::uuid as organization_id, ${placeOfEvent}, e.day,
      sum(q.taken)::float8 as amount, sum(q.size)::float8 as of_amount, 'record' as source, e.hosts as seen_by
    from ${heldEvents(asked)} e join event_quotas q on q.event_id = e.id
    group by e.id, e.title, e.path, e.municipality_number, e.recorded_on, e.latitude, e.longitude, e.day, e.hosts having sum(q.size) > 0`,
  ),
  ratio(
    "events-repeat",
    (asked) => sql`
    select h.person_id::text as key, min(h.name) as label, null as path, null::uuid as organization_id, ${nowhere}, min(e.day) as day,
      case when count(distinct e.id) > 1 then 1.0 else 0.0 end as amount, 1.0 as of_amount, 'record' as source, ${ofOwn(asked)} as seen_by
    from ${heldEvents(asked)} e join ${placeHolders} h on h.event_id = e.id
    group by h.person_id`,
  ),
  ratio(
    "events-member-reach",
    (asked) => sql`
    select ${"area" in asked ? sql`distinct ` : sql``}o.id::text as key, o.name as label, '/organizations/' || o.slug as path, o.id as organization_id, ${placeOfOrganization}, ${asked.to}::date - 1 as day,
      case when o.id in (select w.organization_id from (${reached(asked)}) w) then 1.0 else 0.0 end as amount, 1.0 as of_amount, 'record' as source, ${ofOwn(asked)} as seen_by
    from memberships m join organizations o on o.id = m.member_organization_id
    where ${"area" in asked ? sql`${asked.area.isInside(placeOf("o"))} and exists (select from organization_kinds k where k.organization_id = m.organization_id and k.kind in ('network', 'cluster'))` : sql`m.organization_id = ${asked.organizationId}::uuid`} and m.during @> (${asked.to}::date - 1)`,
  ),
];

type Rows = (asked: Asked | AskedOfArea) => RawBuilder<unknown>;

function sum(id: keyof typeof eventTexts.nb, unit: Unit, isPublic: boolean, rows: Rows): Metric {
  return withCounts({
    ...{ ...about(id), unit, kind: "sum", isPublic, rows, rowsInArea: rows },
    ...{ countsPeople: id === "events-people", namesPeople: namesPeople.includes(id) },
  });
}

function ratio(id: keyof typeof eventTexts.nb, rows: Rows): Metric {
  return withCounts({
    ...{ ...about(id), unit: "share", kind: "ratio", isPublic: false, rows, rowsInArea: rows },
    ...{ countsPeople: id === "events-repeat", namesPeople: namesPeople.includes(id) },
  });
}

// who was at the events of several is for nobody who runs one of them
function ofOwn(asked: Asked | AskedOfArea) {
  return "area" in asked ? sql`array[]::uuid[]` : sql`array[${asked.organizationId}::uuid]`;
}

// the companies somebody came for, or whose people came on their own
function reached(asked: Asked | AskedOfArea) {
  return sql`
    select r.organization_id from ${heldEvents(asked)} e join registrations r on r.event_id = e.id and r.state = 'confirmed'
    where r.organization_id is not null
    union
    select n.organization_id from ${heldEvents(asked)} e join ${placeHolders} h on h.event_id = e.id
    join positions n on n.person_id = h.person_id and n.during @> e.day`;
}
