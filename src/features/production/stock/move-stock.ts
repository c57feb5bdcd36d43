import { sql } from "kysely";
import { lockNumber } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { MovementKind } from "./movement.ts";

export interface Movement {
  spaceId: string;
  consumableId: string;
  kind: MovementKind;
  /** How much came; less than nothing when it went. Of a count: how much there is. */
  amount: number;
  orderId: string | null;
  at: Temporal.Instant;
  by: string;
  note: string | null;
}

/**
 * Writes that something came in or went out. Each row follows the one before it and says what is left: two can never follow the same,
 * and none goes below zero. @throws Refusal stock.not_enough by the constraint
 */
export async function moveStock(tx: Tx, { spaceId, consumableId, kind, amount, orderId, at, by, note }: Movement): Promise<void> {
  await sql`select pg_advisory_xact_lock(${String(lockNumber(consumableId))}::bigint)`.execute(tx);
  const last = await tx
    .selectFrom("stock_movements")
    .select(["number", "in_stock"])
    .where("space_id", "=", spaceId)
    .where("consumable_id", "=", consumableId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const before = last?.in_stock ?? 0;
  const change = kind === "counted" ? amount - before : amount;
  await tx
    .insertInto("stock_movements")
    .values({
      space_id: spaceId,
      consumable_id: consumableId,
      number: (last?.number ?? 0) + 1,
      kind,
      change,
      in_stock: before + change,
      order_id: orderId,
      moved_at: at,
      moved_by: by,
      note,
    })
    .execute();
}
