import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";

/** Of a count: who came for no company. */
export const noCompany = "00000000-0000-0000-0000-000000000000";

const atOnce = 500;

/**
 * Counts those of some events whose count is not true any more. Within somebody else's transaction nothing is counted.
 * @returns whether the counts of all of them now stand for what was written before it was called
 */
export async function countEvents(db: Db, eventIds: readonly string[]): Promise<boolean> {
  const { stale } = await staleAmong(db, eventIds);
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
  const { stale, said } = await staleAmong(tx, eventIds);
  if (stale.length === 0) return;
  await tx.deleteFrom("event_counts").where("event_id", "in", stale).execute();
  await sql`
    insert into event_counts (event_id, organization_id, counting_id, registrations, places, came)
    select c.event_id, c.organization_id, ${newId()}::uuid, sum(c.registrations), sum(c.places), sum(c.came)
    from (
      select event_id, ${noCompany}::uuid as organization_id, 0 as registrations, 0 as places, 0 as came from unnest(${stale}::uuid[]) event_id
      union all
      select r.event_id, coalesce(r.organization_id, ${noCompany}::uuid), 1, r.quantity, 0
      from registrations r where r.event_id = any(${stale}::uuid[]) and r.state = 'confirmed'
      union all
      select k.event_id, coalesce(r.organization_id, ${noCompany}::uuid), 0, 0, 1
      from tickets k join registrations r on r.event_id = k.event_id and r.id = k.registration_id
      where k.event_id = any(${stale}::uuid[]) and k.checked_in_at is not null
    ) c group by c.event_id, c.organization_id on conflict do nothing`.execute(tx);
  if (said.length > 0)
    await sql`
      delete from event_uncounted u using unnest(${said.map(({ event_id }) => event_id)}::uuid[], ${said.map(({ id }) => id)}::uuid[]) s(event_id, id)
      where u.event_id = s.event_id and u.id = s.id`.execute(tx);
}

async function staleAmong(db: Db, eventIds: readonly string[]) {
  const all = sql`any(${[...eventIds]}::uuid[])`;
  const { rows: said } = await sql<{ event_id: string; id: string }>`
    select event_id, id from event_uncounted where event_id = ${all}`.execute(db);
  const { rows: counted } = await sql<{ event_id: string }>`
    select event_id from event_counts where event_id = ${all} and organization_id = ${noCompany}::uuid`.execute(db);
  const saidOf = new Set(said.map(({ event_id }) => event_id));
  const isCounted = new Set(counted.map(({ event_id }) => event_id));
  return { said, stale: eventIds.filter((id) => saidOf.has(id) || !isCounted.has(id)) };
}
