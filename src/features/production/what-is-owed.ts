import type { Day } from "../../platform/time/day.ts";
import type { Charge } from "../plans/index.ts";
import { type Quoted, vatOf } from "./order-price.ts";

type Order = Quoted & {
  id: string;
  space_id: string;
  customer_id: string;
  organization_id: string | null;
  host_id: string;
};

/**
 * What is owed for an order, with the VAT it was agreed with: the price when the result is collected, and for work that was stopped what
 * the lab asks for of it; nothing before. Undefined when there is nothing to pay.
 */
export function whatIsOwed(
  order: Order,
  amountOre: number,
  { day, at, by }: { day: Day; at: Temporal.Instant; by: string | null },
): Charge | undefined {
  if (amountOre === 0) return undefined;
  return {
    spaceId: order.space_id,
    kind: "order",
    owedTo: order.host_id,
    personId: order.organization_id === null ? order.customer_id : null,
    organizationId: order.organization_id,
    amountOre,
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
