import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import { newId } from "../../../../platform/database/id.ts";
import { countEvents, noCompany, placeHolders } from "../../../events/index.ts";
import type { Asked } from "../metric.ts";
import { heldEvents } from "../sources/held-events.ts";
import { addTakenIn } from "./add-taken-in.ts";

/** So many registrations are taken in by one transaction. */
const mostAtOnce = 1_000_000;

/**
 * Brings who is counted once in some whole months up to date with their events: those that are not taken in, or are not as they were then, are taken
 * out and in. Within somebody else's transaction nothing is.
 * @returns whether all of them now stand for what was written before it was called
 */
export async function takeInEvents(months: Asked): Promise<boolean> {
  if (!(await countEvents(months.db, heldEvents(months)))) return false;
  const { rows: changed } = await sql<{ id: string; registrations: number }>`${changedEvents(months)}`.execute(months.db);
  if (changed.length === 0) return true;
  if (months.db.isTransaction) return false;
  for (const eventIds of chunksOf(changed)) await months.db.transaction().execute((tx) => takeIn(tx, months, eventIds));
  return true;
}

async function takeIn(tx: Tx, months: Asked, eventIds: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`counted_once ${months.organizationId}`}))`.execute(tx);
  // a year that is taken in for the first time is added up in memory
  await sql`set local work_mem = '128MB'`.execute(tx);
  // another may have taken them in while the lock was waited for
  const { rows } = await sql<{ id: string }>`select x.id from (${changedEvents(months)}) x where x.id = any(${eventIds}::uuid[])`.execute(
    tx,
  );
  const changed = rows.map(({ id }) => id);
  if (changed.length === 0) return;
  const id = newId();
  await sql`
    insert into counted_events (organization_id, event_id, id, month, is_of_festival, counting_id, person_ids, company_ids)
    select ${months.organizationId}::uuid, t.event_id, ${id}::uuid, e.month, e.is_of_festival, t.counting_id,
      array(select distinct h.person_id from ${placeHolders} h where h.event_id = t.event_id),
      array(select c.organization_id from event_counts c
        where c.event_id = t.event_id and c.registrations > 0 and c.organization_id <> ${noCompany}::uuid)
    from event_totals t join ${asTakenIn(months)} e on e.id = t.event_id where t.event_id = any(${changed}::uuid[])
    returning event_id`.execute(tx);
  await addTakenIn(tx, { organizationId: months.organizationId, eventIds: changed, id });
}

// by what they were counted by, where they belong, and which are not held in the months any more
function changedEvents(months: Asked): RawBuilder<unknown> {
  const { organizationId, from, to } = months;
  return sql`
    select e.id, t.registrations from ${asTakenIn(months)} e join event_totals t on t.event_id = e.id
    left join counted_events c on c.organization_id = ${organizationId}::uuid and c.event_id = e.id
    where c.event_id is null or c.counting_id <> t.counting_id or c.month <> e.month or c.is_of_festival <> e.is_of_festival
    union all
    select c.event_id, 0 from counted_events c
    where c.organization_id = ${organizationId}::uuid and c.month >= ${from}::date and c.month < ${to}::date
      and c.event_id not in (select e.id from ${heldEvents(months)} e)`;
}

function asTakenIn(months: Asked): RawBuilder<unknown> {
  return sql`(
    select h.id, date_trunc('month', h.day)::date as month, f.id is not null as is_of_festival
    from ${heldEvents(months)} h left join event_parents f on f.id = h.parent_id and f.kind = 'festival')`;
}

function chunksOf(events: readonly { id: string; registrations: number }[]): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const { id, registrations } of events) {
    if (chunks.length === 0 || registrations > room) {
      chunks.push([]);
      room = mostAtOnce;
    }
    chunks.at(-1)?.push(id);
    room -= registrations;
  }
  return chunks;
}
