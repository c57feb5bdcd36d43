import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { kindsByDay } from "../../plans/index.ts";

type OfSubscription = { spaceId: string; subscriptionId: string };

/** Bookings that hold of a subscription, soonest first, and the other desks their people have on days it holds. */
export async function bookingsOn(db: Db, { spaceId, subscriptionId }: OfSubscription): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    with held as materialized (
      select e.booking_id, e.person_id, e.day, e.unit
      from entitlement_entries e
      where e.space_id = ${spaceId}::uuid and e.subscription_id = ${subscriptionId}::uuid and e.kind in ('held', 'released')
      group by e.booking_id, e.person_id, e.day, e.unit
      having sum(e.amount) < 0
    )
    select b.id
    from bookings b join resources r on r.id = b.resource_id join spaces h on h.id = b.space_id
    where b.space_id = ${spaceId}::uuid and b.state <> 'cancelled' and b.used_at is null and b.kind = 'booking' and (
      b.id in (select booking_id from held)
      or (r.kind = any(${kindsByDay}::text[]) and exists (select from held
        where held.unit = 'day' and held.person_id = b.person_id and held.day = (b.starts_at at time zone h.time_zone)::date))
    )
    order by b.starts_at, b.id`.execute(db);
  return rows;
}

export interface Repriced {
  person_id: string;
  resource_name: string;
  space_name: string;
  time_zone: string;
  starts_at: Temporal.Instant;
  price_ore: number;
  price_ore_before: number;
}

/** What was priced anew at one moment and is still booked, soonest first. */
export function repricedAt(db: Db, spaceId: string, at: Temporal.Instant): Promise<Repriced[]> {
  return db
    .selectFrom("booking_changes as c")
    .innerJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "c.space_id").onRef("b.id", "=", "c.booking_id"))
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .innerJoin("spaces as h", "h.id", "b.space_id")
    .select([
      "b.person_id",
      "r.name as resource_name",
      "h.name as space_name",
      "h.time_zone",
      "b.starts_at",
      "b.price_ore",
      "c.price_ore_before",
    ])
    .where("c.space_id", "=", spaceId)
    .where("c.changed_at", "=", at)
    .where("c.kind", "=", "repriced")
    .where("b.state", "<>", "cancelled")
    .$narrowType<{ person_id: string; price_ore_before: number }>()
    .orderBy("b.starts_at")
    .orderBy("b.id")
    .execute();
}
