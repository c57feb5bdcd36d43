import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { KindPrices } from "./kind-promises.ts";

/** A kind of ticket as it can be changed. */
export interface KindRow extends KindPrices {
  id: string;
  name: string;
  opensAt: Temporal.Instant | null;
  closesAt: Temporal.Instant | null;
  accessCode: string | null;
  mostPlaces: number;
}

export function findKind(db: Db, eventId: string, id: string): Promise<KindRow | undefined> {
  return db
    .selectFrom("ticket_types")
    .select(["id", "name", "price_ore as priceOre", "member_price_ore as memberPriceOre", "most_places as mostPlaces"])
    .select(["opens_at as opensAt", "closes_at as closesAt", "access_code as accessCode"])
    .where("event_id", "=", eventId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The kind of ticket an event has of a name. */
export function findKindNamed(db: Db, eventId: string, name: string): Promise<{ id: string } | undefined> {
  return db.selectFrom("ticket_types").select("id").where("event_id", "=", eventId).where("name", "=", name).executeTakeFirst();
}

export type KindUse = { id: string; accessCode: string | null; placesTaken: number; waitingFor: number; isUsed: boolean };

/** The codes of the kinds of tickets of an event, and who relies on each. */
export async function usesOfKinds(db: Db, eventId: string): Promise<KindUse[]> {
  const { rows } = await sql<KindUse>`
    select t.id, t.access_code as "accessCode",
      coalesce(sum(r.quantity) filter (where r.ticket_type_id = t.id and r.state in ('held', 'confirmed')), 0)::integer as "placesTaken",
      (count(r.id) filter (where r.state = 'waiting'))::integer as "waitingFor",
      count(r.id) > 0 as "isUsed"
    from ticket_types t
    left join registrations r on r.event_id = t.event_id and (r.ticket_type_id = t.id or t.id = any(r.other_type_ids))
    where t.event_id = ${eventId}::uuid group by t.id`.execute(db);
  return rows;
}
