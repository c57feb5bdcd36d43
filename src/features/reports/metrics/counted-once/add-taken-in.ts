import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";

/** Events of an organization whose `counted_events` of this id are to take the place of those there were. */
interface TakenIn {
  organizationId: string;
  eventIds: readonly string[];
  id: string;
}

/** Reckons what differs between events as they were and are taken in, adds it to who is counted once and how many, and drops what was. */
export async function addTakenIn(tx: Tx, taken: TakenIn): Promise<void> {
  const { organizationId } = taken;
  await sql`
    with differs as materialized (
      select kind, year, who_id, array[${eachMonth((month) => sql`coalesce(sum(n) filter (where month = ${month}), 0)::integer`)}] as events
      from (${whoIn(taken)}) w group by kind, year, who_id),
    now as (
      insert into counted_once as o (organization_id, kind, year, who_id, events)
      select ${organizationId}::uuid, kind, year, who_id, events from differs where events <> ${none}
      on conflict (organization_id, kind, year, who_id) do update
        set events = array[${eachMonth((month) => sql`o.events[${month}] + excluded.events[${month}]`)}]
      returning kind, year, who_id, events),
    both_ways as (
      select kind, year, events, 1 as n from now
      union all
      select kind, year, array[${eachMonth((month) => sql`n.events[${month}] - d.events[${month}]`)}], -1 from now n join differs d using (kind, year, who_id)),
    placed as (
      select kind, year, n, case ${eachMonth((month) => sql`when events[${month}] > 0 then ${month}`, sql` `)} end as first_month,
        ${eachMonth((month) => sql`events[${month}]`, sql` + `)} > 1 as is_of_several
      from both_ways)
    insert into counted_once_sums as s (organization_id, kind, month, n, of_several)
    select ${organizationId}::uuid, kind, make_date(year, first_month, 1), sum(n), coalesce(sum(n) filter (where is_of_several), 0)
    from placed where first_month is not null group by kind, year, first_month
    on conflict (organization_id, kind, month) do update set n = s.n + excluded.n, of_several = s.of_several + excluded.of_several`.execute(
    tx,
  );
  await sql`
    delete from counted_once o using (select distinct kind, year, who_id from (${whoIn(taken)}) w where n < 0) w
    where o.organization_id = ${organizationId}::uuid and o.kind = w.kind and o.year = w.year and o.who_id = w.who_id and o.events = ${none}`.execute(
    tx,
  );
  await tx
    .deleteFrom("counted_events")
    .where("organization_id", "=", organizationId)
    .where("event_id", "in", taken.eventIds)
    .where("id", "<>", taken.id)
    .execute();
}

// each of whom once an event: taken out as it was, and in as it is
function whoIn({ organizationId, eventIds, id }: TakenIn): RawBuilder<unknown> {
  return sql`
    select w.kind, c.year, c.of_year as month, w.who_id, c.n
    from (
      select extract(year from month)::integer as year, extract(month from month)::integer as of_year, case when id = ${id}::uuid then 1 else -1 end as n,
        is_of_festival, person_ids, company_ids
      from counted_events where organization_id = ${organizationId}::uuid and event_id = any(${eventIds}::uuid[])
      offset 0) c
    cross join lateral (
      select 'person' as kind, unnest(c.person_ids) as who_id
      union all select 'festival_person', unnest(c.person_ids) where c.is_of_festival
      union all select 'company', unnest(c.company_ids)) w`;
}

const none = sql`array_fill(0, array[12])`;

function eachMonth(of: (month: RawBuilder<unknown>) => RawBuilder<unknown>, between?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql.join(
    Array.from({ length: 12 }, (_, before) => of(sql.lit(before + 1))),
    between,
  );
}
