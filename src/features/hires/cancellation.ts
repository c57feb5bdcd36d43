/** What the conditions of a house say of cancelling. */
export interface CancelTerms {
  freeDays: number;
  feePercent: number;
}

/** Until when a hire may be cancelled free of charge: so many days before, as clocks at the house show it. */
export function freeUntil(startsAt: Temporal.Instant, { freeDays }: CancelTerms, timeZone: string): Temporal.Instant {
  return startsAt.toZonedDateTimeISO(timeZone).subtract({ days: freeDays }).toInstant();
}

/** The share of the price that cancelling now costs, in percent. */
export function feePercentAt(at: Temporal.Instant, startsAt: Temporal.Instant, terms: CancelTerms, timeZone: string): number {
  return Temporal.Instant.compare(at, freeUntil(startsAt, terms, timeZone)) <= 0 ? 0 : terms.feePercent;
}
