import { z } from "zod";
import { publish } from "../../platform/live/publish.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";

/** The channel on which a house's bookings are followed. */
export function bookingsChannel(spaceId: string): string {
  return `bookings:${spaceId}`;
}

const bookingEvent = z.object({ spaceId: z.uuid(), bookingId: z.uuid() });

/** Everything that happens to a booking is told to those who look at the calendar of its house. */
export const liveBookings: Subscription = subscription("bookings.live", ["booking.*"], async (tx, { payload }) => {
  const { spaceId, bookingId } = bookingEvent.parse(payload);
  await publish(tx, bookingsChannel(spaceId), { bookingId });
});
