import type { BookingState, Interval } from "../booking.ts";

/** Where somebody stands in line: `waiting`, `offered` until a deadline, `booked`, or no more in line. */
export const waitStates = ["waiting", "offered", "booked", "left"] as const;
export type WaitState = (typeof waitStates)[number];

/** The longest time within which one can wait for some of it. */
export const longestWishHours = 24;

/** How many one person waits for at once. */
export const mostWaits = 20;

const mostStarts = 48;
const shortestOfferMinutes = 15;
const longestOfferMinutes = 24 * 60;

/** What is known of a wait: the offer is the booking with its id. */
export interface WaitFacts {
  left_at: Temporal.Instant | null;
  wanted_until: Temporal.Instant;
  booking_state: BookingState | null;
}

export function stateOf({ left_at, wanted_until, booking_state }: WaitFacts, now: Temporal.Instant): WaitState {
  if (booking_state === "held") return "offered";
  if (booking_state === "pending" || booking_state === "confirmed") return "booked";
  const isOver = left_at !== null || booking_state === "cancelled" || Temporal.Instant.compare(wanted_until, now) <= 0;
  return isOver ? "left" : "waiting";
}

/** Until when an offer stands: half of the time that is left before it begins, a quarter of an hour at least and a day at most. */
export function offeredUntil(at: Temporal.Instant, startsAt: Temporal.Instant): Temporal.Instant {
  const half = Math.floor((startsAt.epochMilliseconds - at.epochMilliseconds) / 120_000);
  return at.add({ minutes: Math.min(longestOfferMinutes, Math.max(shortestOfferMinutes, half)) });
}

/** The times of so many minutes within what is wanted, by the step of the resource; no more than can be judged at once. */
export function timesWithin({ from, until }: Interval, minutes: number, stepMinutes: number): Interval[] {
  const last = until.epochMilliseconds - minutes * 60_000;
  const steps = Math.floor((last - from.epochMilliseconds) / (stepMinutes * 60_000));
  const stride = Math.max(1, Math.ceil((steps + 1) / mostStarts));
  return Array.from({ length: Math.floor(steps / stride) + 1 }, (_, index) => {
    const start = from.add({ minutes: index * stride * stepMinutes });
    return { from: start, until: start.add({ minutes }) };
  });
}
