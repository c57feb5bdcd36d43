import type { Day } from "../../platform/time/day.ts";
import type { Supply } from "./plan.ts";

/**
 * What is owed for: a period that began, a pack, a booking beyond what was included, one given back too late or not come to, an order
 * that was collected, a hire that is over or was cancelled too late; or an entry against another.
 */
export const chargeKinds = [
  "period",
  "pack",
  "booking",
  "late_cancellation",
  "no_show",
  "order",
  "hire",
  "hire_cancellation",
  "reversal",
] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** Something owed to a house, as it is written. */
export interface Charge {
  spaceId: string;
  kind: ChargeKind;
  /** The organization that runs the house. */
  owedTo: string;
  /** Who owes: exactly one of the two; neither when it is whoever the hire names. */
  personId: string | null;
  organizationId: string | null;
  /** Without VAT. */
  amountOre: number;
  supply: Supply;
  sellerIsVatRegistered: boolean | null;
  vatPercent: number;
  subscriptionId: string | null;
  periodFrom: Day | null;
  bookingId: string | null;
  /** A production order. */
  orderId: string | null;
  /** A hire by somebody who is no member. */
  hireId?: string;
  day: Day;
  at: Temporal.Instant;
  by: string | null;
}

/**
 * The VAT of what is sold, in percent: letting of premises is exempt (merverdiavgiftsloven § 3-11), a service has the ordinary rate
 * when the seller is registered. Whether a seller has chosen to register for letting is settled when it is billed.
 */
export function vatPercentOf(supply: Supply, sellerIsVatRegistered: boolean | null): number {
  return supply === "service" && sellerIsVatRegistered === true ? 25 : 0;
}
