import { sql } from "kysely";
import { found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";

/** What a lab keeps, by name, with what is left of it. */
export function consumablesOf(db: Db, spaceId: string) {
  return db
    .selectFrom("consumables as c")
    .select(["c.id", "c.space_id", "c.name", "c.unit", "c.price_ore"])
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
