import { type RawBuilder, sql } from "kysely";
import { abroad } from "../abroad.ts";
import { rowsInside } from "../areas/area.ts";
import type { Asked, AskedOfArea } from "../metric.ts";

/** Events held by the organization, alone or with others, and over. The place is the house it was in, else where it was said to be, else that of who leads; one in another country is abroad. */
export function heldEvents(asked: Asked | AskedOfArea): RawBuilder<unknown> {
  // whoever leads stands for all who held it together
  if ("area" in asked) return sql`(${rowsInside(asked.area, eventsBy(asked, sql`h.leads`))})`;
  return sql`(${eventsBy(asked, sql`h.organization_id = ${asked.organizationId}::uuid`)})`;
}

function eventsBy({ from, to, now, language }: Omit<Asked, "organizationId">, isMeant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.id, e.parent_id, coalesce(e.titles ->> ${language}, e.titles ->> 'nb', e.titles ->> 'nn', e.titles ->> 'en') as title, '/events/' || e.slug as path, e.audience,
      (e.starts_at at time zone e.time_zone)::date as day, case when s.id is null and e.country is not null then ${abroad} else coalesce(s.municipality_number, e.municipality_number, l.municipality_number) end as municipality_number,
      case when s.id is not null then s.municipality_recorded_on when e.municipality_number is not null then e.municipality_recorded_on
        when e.country is null then l.municipality_recorded_on end as recorded_on, case when s.id is not null then s.latitude when e.municipality_number is null and e.country is null then l.latitude end as latitude,
      case when s.id is not null then s.longitude when e.municipality_number is null and e.country is null then l.longitude end as longitude, (select array_agg(a.organization_id) from event_hosts a where a.event_id = e.id) as hosts
    from event_hosts h join events e on e.id = h.event_id
    join event_hosts f on f.event_id = e.id and f.leads join organizations l on l.id = f.organization_id left join spaces s on s.id = e.space_id
    where ${isMeant} and e.status = 'published' and e.ends_at <= ${now}::timestamptz
      and (e.starts_at at time zone e.time_zone)::date >= ${from}::date and (e.starts_at at time zone e.time_zone)::date < ${to}::date`;
}

export const placeOfEvent = sql`e.municipality_number, e.recorded_on, e.latitude, e.longitude`;
export const nowhere = sql`null::text as municipality_number, null::date as recorded_on, null::float8 as latitude, null::float8 as longitude`;
