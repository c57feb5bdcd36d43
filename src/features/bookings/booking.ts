/** Where a booking stands. `held` while somebody fills the form, `pending` until the house has answered. */
export const bookingStates = ["held", "pending", "confirmed", "cancelled"] as const;
export type BookingState = (typeof bookingStates)[number];

/**
 * What holds time: somebody's booking, maintenance, busy time of an outside calendar, whoever took the room at its door, the hire
 * of somebody who is no member, or the house's own work on an order.
 */
export const bookingKinds = ["booking", "maintenance", "outside", "at_door", "hire", "order"] as const;
export type BookingKind = (typeof bookingKinds)[number];

/** How long time is kept for somebody who fills the form. */
export const holdMinutes = 10;

/** Whether what was not settled has run out: a hold after its ten minutes, a request when its time has come without an answer. */
export function isLapsed(
  { state, heldUntil, from }: { state: BookingState; heldUntil: Temporal.Instant | null; from: Temporal.Instant },
  at: Temporal.Instant,
): boolean {
  if (state === "held") return heldUntil !== null && Temporal.Instant.compare(heldUntil, at) <= 0;
  return state === "pending" && Temporal.Instant.compare(from, at) <= 0;
}

/** From and including one moment until another. */
export type Interval = { from: Temporal.Instant; until: Temporal.Instant };

/** Whether two intervals share a moment; one that ends as the other begins does not. */
export function overlap(a: Interval, b: Interval): boolean {
  return Temporal.Instant.compare(a.from, b.until) < 0 && Temporal.Instant.compare(b.from, a.until) < 0;
}

/** Whole minutes from one moment to another. */
export function minutesBetween(from: Temporal.Instant, until: Temporal.Instant): number {
  return Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000);
}

/** The time a booking takes of its resource: with the buffers the resource keeps around each. */
export function withBuffers({ from, until }: Interval, buffers: { bufferBeforeMinutes: number; bufferAfterMinutes: number }): Interval {
  return { from: from.subtract({ minutes: buffers.bufferBeforeMinutes }), until: until.add({ minutes: buffers.bufferAfterMinutes }) };
}

/** How the database writes the interval. */
export function asRange({ from, until }: Interval): string {
  return `[${from},${until})`;
}
