import type { Tx } from "../../../platform/database/database.ts";
import { moveStock } from "./move-stock.ts";

type Order = { space_id: string; id: string };
type Line = { consumable_id: string | null; consumed: number | null };
type UsedLine = Line & { used: number };
type When = { at: Temporal.Instant; by: string };

/** Takes from the stock what the lines of an order say. @throws Refusal stock.not_enough */
export async function takeForOrder(tx: Tx, order: Order, lines: readonly Line[], { at, by }: When): Promise<void> {
  const used = lines.flatMap(({ consumable_id, consumed }) => (consumable_id && consumed ? [{ consumable_id, consumed }] : []));
  // in one order everywhere, so that two orders never wait for each other
  for (const { consumable_id: consumableId, consumed } of used.toSorted((a, b) => (a.consumable_id < b.consumable_id ? -1 : 1)))
    await moveStock(tx, { spaceId: order.space_id, consumableId, kind: "used", amount: -consumed, orderId: order.id, at, by, note: null });
}

/** Puts back what was taken for these lines and not used, when the work on an order is stopped. */
export async function returnUnused(tx: Tx, order: Order, lines: readonly UsedLine[], { at, by }: When): Promise<void> {
  const unused = lines.flatMap(({ consumable_id, consumed, used }) =>
    consumable_id && consumed && consumed > used ? [{ consumableId: consumable_id, amount: consumed - used }] : [],
  );
  for (const { consumableId, amount } of unused.toSorted((a, b) => (a.consumableId < b.consumableId ? -1 : 1)))
    await moveStock(tx, { spaceId: order.space_id, consumableId, kind: "returned", amount, orderId: order.id, at, by, note: null });
}
