import type { Day } from "../../platform/time/day.ts";
import type { Charge, ChargeKind } from "../plans/index.ts";
import { type PricedLine, shareOf } from "./price.ts";

type Hire = { id: string; space_id: string; host_id: string; vat_registered: boolean | null };
type Cause = {
  kind: Extract<ChargeKind, "hire" | "hire_cancellation">;
  /** The share of the agreed price. */
  percent: number;
  day: Day;
  at: Temporal.Instant;
  by: string | null;
};

/**
 * What a hire comes to, one charge for each thing sold at each rate of VAT, as the quote said. It is owed when the hire is over and
 * not when it is agreed, like every booking (domain.md 5); or when it is cancelled too late.
 *
 * A fee for cancelling has no VAT: VAT is of turnover, which is to deliver against payment (merverdiavgiftsloven § 1-3 first paragraph a;
 * Skatteetaten's Merverdiavgiftshåndboken 1-3.2), and nothing was delivered: the time is free for others again, and the fee makes good what
 * the house loses. A seller who has kept something ready that was used all the same writes that on an invoice of their own.
 */
export function chargesOf(hire: Hire, lines: readonly Pick<PricedLine, "supply" | "vatPercent" | "amountOre">[], cause: Cause): Charge[] {
  const { kind, percent, day, at, by } = cause;
  const taxed = kind === "hire_cancellation" ? lines.map((line) => ({ ...line, vatPercent: 0 })) : lines;
  return shareOf(taxed, percent).map(({ supply, vatPercent, amountOre }) => ({
    spaceId: hire.space_id,
    kind,
    owedTo: hire.host_id,
    personId: null,
    organizationId: null,
    amountOre,
    supply,
    sellerIsVatRegistered: hire.vat_registered,
    vatPercent,
    subscriptionId: null,
    periodFrom: null,
    bookingId: null,
    orderId: null,
    hireId: hire.id,
    day,
    at,
    by,
  }));
}
