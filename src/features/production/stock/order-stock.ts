import type { Tx } from "../../../platform/database/database.ts";
import { moveStock } from "./move-stock.ts";

type Order = { space_id: string; id: string };
type Line = { consumable_id: string | null; consumed: number | null };
type When = { at: Temporal.Instant; by: string };

/** Takes from the stock what the lines of an order say. @throws Refusal stock.not_enough */
export async function takeForOrder(tx: Tx, order: Order, lines: readonly Line[], { at, by }: When): Promise<void> {
  const used = lines.flatMap(({ consumable_id, consumed }) => (consumable_id && consumed ? [{ consumable_id, consumed }] : []));
  // in one order everywhere, so that two orders never wait for each other
  for (const { consumable_id: consumableId, consumed } of used.toSorted((a, b) => (a.consumable_id < b.consumable_id ? -1 : 1)))
    await moveStock(tx, { spaceId: order.space_id, consumableId, kind: "used", amount: -consumed, orderId: order.id, at, by, note: null });
}

/** Puts back what was taken for an order that comes to nothing. */
export async function returnFromOrder(tx: Tx, order: Order, { at, by }: When): Promise<void> {
  const taken = await tx
    .selectFrom("stock_movements")
    .select(["consumable_id", (move) => move.fn.sum<number>("change").as("change")])
    .where("space_id", "=", order.space_id)
    .where("order_id", "=", order.id)
    .groupBy("consumable_id")
    .orderBy("consumable_id")
    .execute();
  for (const { consumable_id: consumableId, change } of taken)
    if (Number(change) < 0)
      await moveStock(tx, {
        spaceId: order.space_id,
        consumableId,
        kind: "returned",
        amount: -Number(change),
        orderId: order.id,
        at,
        by,
        note: null,
      });
}
