/** What the conditions of a house say of cancelling. */
export interface CancelTerms {
  freeDays: number;
  feePercent: number;
}

/** Until when a hire may be cancelled free of charge: so many days before, as clocks at the house show it. */
export function freeUntil(startsAt: Temporal.Instant, { freeDays }: CancelTerms, timeZone: string): Temporal.Instant {
  return startsAt.toZonedDateTimeISO(timeZone).subtract({ days: freeDays }).toInstant();
}

type HireTime = { starts_at: Temporal.Instant; free_until: Temporal.Instant | null; time_zone: string };

/** Until when a hire may be cancelled free of charge: as the conditions say, unless it was moved. */
export function freeUntilOf({ starts_at, free_until, time_zone }: HireTime, terms: CancelTerms): Temporal.Instant {
  return free_until ?? freeUntil(starts_at, terms, time_zone);
}

/** How long somebody whose hire the house moved may say no to the new time. */
const daysToSayNo = 7;

type Move = { at: Temporal.Instant; isWished: boolean; before: Temporal.Instant; startsAt: Temporal.Instant };

/**
 * The same after a move; null where the new time alone says it. Who asked for another time when it was too late to cancel free of charge
 * is not free to cancel by that; who did not ask has a week to say no, however soon the new time is.
 */
export function freeUntilAfterMove(
  { at, isWished, before, startsAt }: Move,
  terms: CancelTerms,
  timeZone: string,
): Temporal.Instant | null {
  if (isWished) return Temporal.Instant.compare(at, before) > 0 ? before : null;
  const byTerms = freeUntil(startsAt, terms, timeZone);
  const toSayNo = at.add({ hours: 24 * daysToSayNo });
  if (Temporal.Instant.compare(byTerms, toSayNo) >= 0) return null;
  return Temporal.Instant.compare(toSayNo, startsAt) < 0 ? toSayNo : startsAt;
}

/** The share of the price that cancelling now costs, in percent. */
export function feePercentAt(at: Temporal.Instant, hire: HireTime, terms: CancelTerms): number {
  return Temporal.Instant.compare(at, freeUntilOf(hire, terms)) <= 0 ? 0 : terms.feePercent;
}
