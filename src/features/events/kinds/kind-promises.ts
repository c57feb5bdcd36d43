/** What a kind of ticket costs, without VAT; a member pays the same unless it says otherwise. */
export interface KindPrices {
  priceOre: number;
  memberPriceOre: number | null;
}

/**
 * Whether a change makes it dearer than those who wait were told: they pay what it costs when a place comes free. Who has a place, or is
 * offered one, keeps the price it had.
 */
export function isDearerForWaiting(before: KindPrices, after: KindPrices, waiting: number): boolean {
  if (waiting === 0) return false;
  const forMembers = ({ priceOre, memberPriceOre }: KindPrices) => memberPriceOre ?? priceOre;
  return after.priceOre > before.priceOre || forMembers(after) > forMembers(before);
}

/** The period of sale of a kind that is closed now: what was to open later never does. */
export function closedAt(opensAt: Temporal.Instant | null, closesAt: Temporal.Instant | null, now: Temporal.Instant) {
  const isBefore = (moment: Temporal.Instant | null) => moment !== null && Temporal.Instant.compare(moment, now) < 0;
  return { opensAt: isBefore(opensAt) ? opensAt : null, closesAt: isBefore(closesAt) ? closesAt : now };
}
