/** What giving a place back costs: nothing until so many days before the event begins, then a share of the price. */
export interface CancelTerms {
  /** None: it is free until the event. */
  freeCancelDays: number | null;
  lateCancelPercent: number;
}

type Held = CancelTerms & { startsAt: Temporal.Instant; timeZone: string };

/** Until when giving back is free: days before the event at the hour it begins. Nothing when it always is. */
export function freeUntil({ freeCancelDays, lateCancelPercent, startsAt, timeZone }: Held): Temporal.Instant | null {
  if (freeCancelDays === null || lateCancelPercent === 0) return null;
  return startsAt.toZonedDateTimeISO(timeZone).subtract({ days: freeCancelDays }).toInstant();
}

/** What is owed, without VAT, by whoever gives a place back at a moment. */
export function lateCancelOre(priceOre: number, event: Held, at: Temporal.Instant): number {
  const until = freeUntil(event);
  if (until === null || Temporal.Instant.compare(at, until) < 0) return 0;
  return Math.round((priceOre * event.lateCancelPercent) / 100);
}
