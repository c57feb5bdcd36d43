import type { Installation } from "../../../platform/installation.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import { bookingsOn } from "./queries.ts";
import { writeRepricedLetters } from "./repriced-letters.ts";

export interface Repricing {
  spaceId: string;
  subscriptionId: string;
  /** When the subscription was changed: what is priced anew carries this moment, however often it is tried. */
  at: Temporal.Instant;
  /** The announcement that told of it. */
  causeId: string;
}

/**
 * Settles bookings ahead anew when a subscription they hold of has been changed, paused or ended, or is no longer for their person:
 * another allowance covers them, or they have a price. Whoever booked is told once of what costs something else than before.
 */
export async function repriceBookings(installation: Installation, claims: BookingClaims, repricing: Repricing): Promise<void> {
  const { spaceId, at, causeId } = repricing;
  const ahead = await bookingsOn(installation.db, repricing);
  await Promise.all(ahead.map(({ id: bookingId }) => claims.submit({ kind: "reprice", bookingId, spaceId, at })));
  await installation.db.transaction().execute((tx) => writeRepricedLetters(tx, installation, { spaceId, at, causeId }));
}
