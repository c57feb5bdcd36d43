import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";

/** Of a count: who came for no company. */
export const noCompany = "00000000-0000-0000-0000-000000000000";

const atOnce = 500;

/**
 * Counts those of some events whose count is not true any more. Within somebody else's transaction nothing is counted.
 * @param events a query that gives the `id` of each
 * @returns whether the counts of all of them now stand for what was written before it was called
 */
export async function countEvents(db: Db, events: RawBuilder<unknown>): Promise<boolean> {
  const stale = await staleAmong(db, events);
  if (stale.length === 0) return true;
  if (db.isTransaction) return false;
  for (let first = 0; first < stale.length; first += atOnce) {
    const chunk = stale.slice(first, first + atOnce);
    await db.transaction().execute((tx) => countChunk(tx, chunk));
  }
  return true;
}

// What was said is read before the rows are counted: what is written in between is counted and stays said, and is counted once more.
async function countChunk(tx: Tx, eventIds: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('event_counts'))`.execute(tx);
  const { rows: said } = await sql<{ event_id: string; id: string }>`
    select event_id, id from event_uncounted where event_id = any(${eventIds}::uuid[])`.execute(tx);
  // another may have counted them while the lock was waited for
  const stale = await staleAmong(tx, sql`(select id from unnest(${eventIds}::uuid[]) id)`);
  if (stale.length === 0) return;
  await tx.deleteFrom("event_counts").where("event_id", "in", stale).execute();
  await sql`
    insert into event_counts (event_id, organization_id, registrations, places, came)
    select c.event_id, c.organization_id, sum(c.registrations), sum(c.places), sum(c.came)
    from (
      select r.event_id, coalesce(r.organization_id, ${noCompany}::uuid) as organization_id, 1 as registrations, r.quantity as places, 0 as came
      from registrations r where r.event_id = any(${stale}::uuid[]) and r.state = 'confirmed'
      union all
      select k.event_id, coalesce(r.organization_id, ${noCompany}::uuid), 0, 0, 1
      from tickets k join registrations r on r.event_id = k.event_id and r.id = k.registration_id
      where k.event_id = any(${stale}::uuid[]) and r.event_id = any(${stale}::uuid[]) and k.checked_in_at is not null
    ) c group by c.event_id, c.organization_id on conflict do nothing`.execute(tx);
  await sql`
    insert into event_totals (event_id, counting_id, registrations, places, came)
    select id, ${newId()}::uuid, coalesce(sum(c.registrations), 0), coalesce(sum(c.places), 0), coalesce(sum(c.came), 0)
    from unnest(${stale}::uuid[]) id left join event_counts c on c.event_id = id group by id
    on conflict (event_id) do update set counting_id = excluded.counting_id, registrations = excluded.registrations, places = excluded.places,
      came = excluded.came`.execute(tx);
  if (said.length > 0)
    await sql`
      delete from event_uncounted u using unnest(${said.map(({ event_id }) => event_id)}::uuid[], ${said.map(({ id }) => id)}::uuid[]) s(event_id, id)
      where u.event_id = s.event_id and u.id = s.id`.execute(tx);
}

async function staleAmong(db: Db, events: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from ${events} e left join event_totals t on t.event_id = e.id
    where t.event_id is null or e.id in (select u.event_id from event_uncounted u join ${events} w on w.id = u.event_id)`.execute(db);
  return rows.map(({ id }) => id);
}
