import type { Actor } from "../../platform/access/actor.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { insertCharges } from "../plans/index.ts";
import { onOrder } from "./on-order.ts";
import { mayStep, type OrderState, type StepState } from "./order.ts";
import { vatOf } from "./order-price.ts";
import { requirePayer } from "./payer.ts";
import { sideOf } from "./policy.ts";
import { linesOf, type OrderRow } from "./queries.ts";
import { productionRefusals } from "./refusals.ts";
import { takeForOrder } from "./stock/order-stock.ts";
import { whatIsOwed } from "./what-is-owed.ts";

type Step = { to: StepState; reason: string | undefined };

/**
 * Takes an order a step on, as the table of steps allows; everything that follows from it is in the same transaction.
 * @throws Refusal production.wrong_step, production.nothing_quoted, production.not_for_them, stock.not_enough
 */
export async function stepOrder(installation: Installation, actor: Actor, id: string, { to, reason }: Step): Promise<void> {
  await onOrder(installation, actor, id, ["customer", "lab"], async ({ tx, order, sides, actor: by, at }) => {
    if (!mayStep(order.state, to, sides)) throw productionRefusals.wrongStep({ from: order.state, to });
    // whoever asks or says yes for a company may still do so
    if ((to === "accepted" || (to === "asked" && order.state === "draft")) && order.organization_id)
      await requirePayer(tx, by, { id: order.space_id, time_zone: order.time_zone }, order.organization_id, at);
    const lines = await linesOf(tx, order);
    if (to === "quoted" && lines.length === 0) throw productionRefusals.nothingQuoted();
    if (to === "in_production") await takeForOrder(tx, order, lines, { at, by: by.personId });
    const quotedOre =
      to === "quoted" ? lines.reduce((sum, { amount_ore }) => sum + amount_ore, 0) : to === "asked" ? null : order.quoted_ore;
    await tx
      .updateTable("production_orders")
      .set({ state: to, state_since: at, quoted_ore: quotedOre, ...vatAt(to, order), version: order.version + 1 })
      .where("space_id", "=", order.space_id)
      .where("id", "=", id)
      .execute();
    await writeChange(tx, order, { to, at, by: by.personId, reason });
    const owed =
      to === "collected" ? whatIsOwed(order, order.quoted_ore ?? 0, { day: dayIn(at, order.time_zone), at, by: by.personId }) : undefined;
    if (owed) await insertCharges(tx, [owed]);
    const payload = {
      orderId: id,
      spaceId: order.space_id,
      from: order.state,
      to,
      by: by.personId,
      side: sideOf(by, order, sides),
      ...(reason && { reason }),
      ...(owed && { owedOre: owed.amountOre }),
    };
    await announce(tx, [{ at, topic: `production_order.${to}`, organizationIds: [order.host_id], payload }]);
    return { action: `production_order.${to}`, details: { from: order.state, to }, reason, result: undefined };
  });
}

// the VAT is part of what is quoted, and goes when the quote is taken back
function vatAt(to: OrderState, order: OrderRow) {
  if (to === "asked") return { quoted_vat_percent: null, quoted_seller_vat_registered: null };
  if (to !== "quoted") return {};
  const { vatPercent, sellerIsVatRegistered } = vatOf(order);
  return { quoted_vat_percent: vatPercent, quoted_seller_vat_registered: sellerIsVatRegistered };
}

type Change = { to: OrderState; at: Temporal.Instant; by: string; reason: string | undefined };

/** Writes what happened to an order; nothing of it is ever changed. */
export async function writeChange(
  tx: Tx,
  { space_id, id }: Pick<OrderRow, "space_id" | "id">,
  { to, at, by, reason }: Change,
): Promise<void> {
  await tx
    .insertInto("production_order_changes")
    .values({ space_id, id: newId(), order_id: id, to_state: to, changed_at: at, changed_by: by, reason: reason ?? null })
    .execute();
}
