import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { type BookingClaims, bookResource, houseOf } from "../bookings/index.ts";
import { onOrder } from "./on-order.ts";
import { isPriced, isWorkedOn } from "./order.ts";
import { sidesOf } from "./policy.ts";
import { findOrder, linesOf, type OrderRow } from "./queries.ts";
import { productionRefusals } from "./refusals.ts";
import type { NewLine, NewMachineTime } from "./shapes.ts";
import { takeForOrder } from "./stock/order-stock.ts";
import { requireConsumable } from "./stock/queries.ts";

/**
 * Adds what the price is made of. Once it is agreed, work and material are tied to the order without a price.
 * @throws Refusal production.not_now, production.price_agreed, stock.not_enough
 */
export async function addLine(installation: Installation, actor: Actor, id: string, line: NewLine): Promise<void> {
  await onOrder(installation, actor, id, ["lab"], async ({ tx, order, actor: by, at }) => {
    requireWorkable(order, line.amountOre);
    if (line.staffId !== undefined) found(await tx.selectFrom("people").select("id").where("id", "=", line.staffId).executeTakeFirst());
    if (line.consumableId !== undefined) await requireConsumable(tx, order.space_id, line.consumableId);
    const lineId = newId();
    await tx
      .insertInto("production_order_lines")
      .values({
        space_id: order.space_id,
        id: lineId,
        order_id: id,
        kind: line.kind,
        text: line.text,
        amount_ore: line.amountOre,
        staff_id: line.staffId ?? null,
        consumable_id: line.consumableId ?? null,
        consumed: line.consumableId === undefined ? null : (line.consumed ?? 1),
        added_at: at,
        added_by: by.personId,
      })
      .execute();
    // what is needed while the work goes on leaves the stock at once; what is quoted does when it begins
    if (order.state === "in_production") {
      const added = (await linesOf(tx, order)).filter((one) => one.id === lineId);
      await takeForOrder(tx, order, added, { at, by: by.personId });
    }
    return { action: "production_order.add_line", details: { lineId, ...line }, result: undefined };
  });
}

/** Takes a line out of the price before it is given. Time of a machine is given back in the calendar. @throws Refusal production.not_now */
export async function removeLine(installation: Installation, actor: Actor, id: string, lineId: string): Promise<void> {
  await onOrder(installation, actor, id, ["lab"], async ({ tx, order }) => {
    if (!isPriced(order.state)) throw productionRefusals.notNow();
    const removed = await tx
      .deleteFrom("production_order_lines")
      .where("space_id", "=", order.space_id)
      .where("order_id", "=", id)
      .where("id", "=", lineId)
      .returning(["text", "amount_ore"])
      .executeTakeFirst();
    const { text, amount_ore: amountOre } = found(removed);
    return { action: "production_order.remove_line", details: { lineId, text, amountOre }, result: undefined };
  });
}

/**
 * Books a machine for the work, in the name of the house, by every rule of a booking and with the certificate of whoever books it and
 * does the work, and ties the time to the order.
 * @throws Refusal any of `booking`, production.not_our_machine, production.not_now, production.price_agreed
 */
export async function bookMachineTime(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  id: string,
  { resourceId, startsAt, endsAt, amountOre, overrideReason }: NewMachineTime,
): Promise<void> {
  const order = found(await findOrder(installation.db, id));
  authorize(actor, sidesOf(actor, order).includes("lab"));
  requireWorkable(order, amountOre);
  const house = await houseOf(installation.db, resourceId);
  if (house?.spaceId !== order.space_id) throw productionRefusals.notOurMachine();
  const booking = await bookResource(installation, claims, actor, {
    resourceId,
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    kind: "order",
    title: order.title,
    isHold: false,
    overrideReason,
  });
  // should this fail, the time stays booked for the house, and can be given back in the calendar
  await onOrder(installation, actor, id, ["lab"], async ({ tx, order: locked, actor: by, at }) => {
    requireWorkable(locked, amountOre);
    const machine = await tx.selectFrom("resources").select("name").where("id", "=", resourceId).executeTakeFirstOrThrow();
    const lineId = newId();
    await tx
      .insertInto("production_order_lines")
      .values({
        space_id: locked.space_id,
        id: lineId,
        order_id: id,
        kind: "machine",
        text: machine.name,
        amount_ore: amountOre,
        staff_id: by.personId,
        booking_id: booking.id,
        added_at: at,
        added_by: by.personId,
      })
      .execute();
    return { action: "production_order.book_machine", details: { lineId, bookingId: booking.id, amountOre }, result: undefined };
  });
}

function requireWorkable(order: OrderRow, amountOre: number): void {
  if (!isWorkedOn(order.state)) throw productionRefusals.notNow();
  if (!isPriced(order.state) && amountOre > 0) throw productionRefusals.priceAgreed();
}
