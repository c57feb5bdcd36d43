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
      select kind, year, who_id, ${months((month) => sql`coalesce(sum(n) filter (where month = ${month}), 0)::integer`)} as events
      from (${whoIn(taken)}) w group by kind, year, who_id),
    now as (
      insert into counted_once as o (organization_id, kind, year, who_id, events)
      select ${organizationId}::uuid, kind, year, who_id, events from differs where events <> ${none}
      on conflict (organization_id, kind, year, who_id) do update
        set events = ${months((month) => sql`o.events[${month}] + excluded.events[${month}]`)}
      returning kind, year, who_id, events),
    both_ways as (
      select kind, year, events, 1 as n from now
      union all
      select kind, year, ${months((month) => sql`n.events[${month}] - d.events[${month}]`)}, -1 from now n join differs d using (kind, year, who_id))
    insert into counted_once_sums as s (organization_id, kind, month, n, of_several)
    select ${organizationId}::uuid, b.kind, make_date(b.year, i.first_month, 1), sum(b.n), coalesce(sum(b.n) filter (where i.events > 1), 0)
    from both_ways b cross join lateral (
      select (min(m.month) filter (where m.events > 0))::integer as first_month, sum(m.events) as events
      from unnest(b.events) with ordinality m(events, month)) i
    where i.first_month is not null group by b.kind, b.year, i.first_month
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
    select w.kind, extract(year from c.month)::integer as year, extract(month from c.month)::integer as month, w.who_id,
      case when c.id = ${id}::uuid then 1 else -1 end as n
    from counted_events c cross join lateral (
      select 'person' as kind, unnest(c.person_ids) as who_id
      union all select 'festival_person', unnest(c.person_ids) where c.is_of_festival
      union all select 'company', unnest(c.company_ids)) w
    where c.organization_id = ${organizationId}::uuid and c.event_id = any(${eventIds}::uuid[])`;
}

const none = sql`array_fill(0, array[12])`;

function months(of: (month: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array[${sql.join(Array.from({ length: 12 }, (_, before) => of(sql.lit(before + 1))))}]`;
}
