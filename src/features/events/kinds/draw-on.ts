import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { quotasOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import { kindRefusals } from "./refusals.ts";

export const mostQuotas = 50;

/** The quotas a kind of ticket takes places of: some there are, by name, and some that are made with it. */
export interface Drawn {
  quotas: string[];
  newQuotas: { name: string; size: number }[];
}

/** Makes what is new. @returns the ids of all of them. @throws Refusal event.unknown_quota, ticket_kind.too_many */
export async function quotasDrawn(tx: Tx, eventId: string, { quotas, newQuotas }: Drawn): Promise<string[]> {
  const known = await quotasOf(tx, eventId);
  if (known.length + newQuotas.length > mostQuotas) throw kindRefusals.tooMany();
  if (newQuotas.some(({ name }) => known.some((quota) => quota.name === name))) throw kindRefusals.quotaNameTaken();
  const made = newQuotas.map(({ name, size }) => ({ event_id: eventId, id: newId(), name, size }));
  if (made.length > 0) await tx.insertInto("event_quotas").values(made).execute();
  const ids = new Map([...known, ...made].map(({ name, id }) => [name, id]));
  return [...new Set([...quotas, ...made.map(({ name }) => name)])].map((quota) => {
    const id = ids.get(quota);
    if (id === undefined) throw eventRefusals.unknownQuota({ quota });
    return id;
  });
}

export async function insertDrawn(tx: Tx, eventId: string, typeId: string, quotaIds: readonly string[]): Promise<void> {
  await tx
    .insertInto("ticket_type_quotas")
    .values(quotaIds.map((quotaId) => ({ event_id: eventId, ticket_type_id: typeId, quota_id: quotaId })))
    .execute();
}

/**
 * Lets a kind of ticket of an event that is held still take places of other quotas: those who have one take their places with them.
 * @param taken places of the kind that are held or confirmed. @returns whether it was another than before
 * @throws Refusal ticket_kind.quota_full, and what `quotasDrawn` refuses
 */
export async function drawOn(tx: Tx, eventId: string, typeId: string, drawn: Drawn, taken: number): Promise<boolean> {
  const known = await tx
    .selectFrom("ticket_type_quotas")
    .select("quota_id")
    .where("event_id", "=", eventId)
    .where("ticket_type_id", "=", typeId)
    .execute();
  const before = known.map(({ quota_id: id }) => id);
  const after = await quotasDrawn(tx, eventId, drawn);
  const added = after.filter((id) => !before.includes(id));
  if (added.length === 0 && after.length === before.length) return false;
  for (const { id, name, size, taken: takenOf } of await quotasOf(tx, eventId))
    if (added.includes(id) && size - takenOf < taken) throw kindRefusals.quotaFull({ quota: name, left: size - takenOf, needed: taken });
  await tx.deleteFrom("ticket_type_quotas").where("event_id", "=", eventId).where("ticket_type_id", "=", typeId).execute();
  await insertDrawn(tx, eventId, typeId, after);
  await recount(tx, eventId, [...new Set([...before, ...after])]);
  return true;
}

// what is taken of them and waited for, by the kinds that draw on them now
async function recount(tx: Tx, eventId: string, quotaIds: readonly string[]): Promise<void> {
  await sql`
    update event_quotas q set drawn_version = q.drawn_version + 1,
      taken = (select coalesce(sum(r.quantity), 0) from registrations r join ticket_type_quotas d on d.event_id = r.event_id and d.ticket_type_id = r.ticket_type_id
        where r.event_id = ${eventId}::uuid and d.event_id = ${eventId}::uuid and d.quota_id = q.id and r.state in ('held', 'confirmed')),
      waiting = (select count(*) from registrations r where r.event_id = ${eventId}::uuid and r.state = 'waiting' and exists (
        select from ticket_type_quotas d where d.event_id = ${eventId}::uuid and d.quota_id = q.id
          and (d.ticket_type_id = r.ticket_type_id or d.ticket_type_id = any(r.other_type_ids))))
    where q.event_id = ${eventId}::uuid and q.id = any(${quotaIds}::uuid[])`.execute(tx);
}
