import { z } from "zod";
import { publish } from "../../platform/live/publish.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";

/** The channel on which the bookings of a house are followed. */
export function bookingsChannel(spaceId: string): string {
  return `bookings:${spaceId}`;
}

const bookingEvent = z.object({ spaceId: z.uuid(), resourceId: z.uuid(), bookingId: z.uuid() });

/** Everything that happens to a booking is seen by those who look at the house while it happens. */
export const liveBookings: Subscription = subscription("bookings.live", ["booking.*"], async (tx, { payload }) => {
  const { spaceId, resourceId, bookingId } = bookingEvent.parse(payload);
  await publish(tx, bookingsChannel(spaceId), { resourceId, bookingId });
});
