import type { Day } from "../../platform/time/day.ts";
import type { Charge } from "../plans/index.ts";
import { vatOf } from "./order-price.ts";

type Order = {
  id: string;
  space_id: string;
  customer_id: string;
  host_id: string;
  quoted_ore: number | null;
  quoted_vat_percent: number | null;
  quoted_seller_vat_registered: boolean | null;
  vat_registered: boolean | null;
};

/** The price that was agreed, with the VAT it was agreed with, falls due when the result is collected, not before. Undefined when there is nothing to pay. */
export function whatIsOwed(order: Order, { day, at, by }: { day: Day; at: Temporal.Instant; by: string | null }): Charge | undefined {
  if (!order.quoted_ore) return undefined;
  return {
    spaceId: order.space_id,
    kind: "order",
    owedTo: order.host_id,
    personId: order.customer_id,
    organizationId: null,
    amountOre: order.quoted_ore,
    supply: "service",
    ...vatOf(order),
    subscriptionId: null,
    periodFrom: null,
    bookingId: null,
    orderId: order.id,
    day,
    at,
    by,
  };
}
