import { sql } from "kysely";
import { found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { MovementKind } from "./movement.ts";

/** What a lab keeps, by name, with what is left of it. */
export function consumablesOf(db: Db, spaceId: string) {
  return db
    .selectFrom("consumables as c")
    .select(["c.id", "c.space_id", "c.name", "c.unit", "c.price_ore", "c.low_at", "c.version"])
    .where("c.space_id", "=", spaceId)
    .orderBy(sql`c.name collate norwegian`)
    .orderBy("c.id")
    .execute();
}

/** What is left of each thing a lab keeps, by its id. */
export async function stockOf(db: Db, spaceId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ consumable_id: string; in_stock: number }>`
    select distinct on (consumable_id) consumable_id, in_stock from stock_movements
    where space_id = ${spaceId} order by consumable_id, number desc`.execute(db);
  return new Map(rows.map((row) => [row.consumable_id, row.in_stock]));
}

/** That a lab keeps it. @throws Refusal access.not_here */
export async function requireConsumable(db: Db, spaceId: string, id: string) {
  return found((await consumablesOf(db, spaceId)).find((one) => one.id === id));
}

type Slice = { limit: number; below?: number | undefined };

/** What came in and went out of something, the newest first; one more than asked for. */
export function movementsOf(db: Db, spaceId: string, consumableId: string, { limit, below }: Slice) {
  return db
    .selectFrom("stock_movements as m")
    .leftJoin("people as p", "p.id", "m.moved_by")
    .leftJoin("production_orders as o", (join) => join.onRef("o.space_id", "=", "m.space_id").onRef("o.id", "=", "m.order_id"))
    .select(["m.number", "m.change", "m.in_stock", "m.moved_at", "m.note", "m.order_id", "o.title as order_title", "p.name as by"])
    .select(sql<MovementKind>`m.kind`.as("kind"))
    .where("m.space_id", "=", spaceId)
    .where("m.consumable_id", "=", consumableId)
    .$if(below !== undefined, (query) => query.where("m.number", "<", below ?? 0))
    .orderBy("m.number", "desc")
    .limit(limit + 1)
    .execute();
}

export type MovementRow = Awaited<ReturnType<typeof movementsOf>>[number];
