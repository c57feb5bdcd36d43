import type { Installation } from "../../platform/installation.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import { bookingsAheadOf } from "./queries.ts";

/** Gives back all time ahead of somebody who is erased: there is nobody left to come. @returns how much */
export async function giveBackBookings({ db, now }: Installation, claims: BookingClaims, personId: string): Promise<number> {
  const at = now();
  const ahead = await bookingsAheadOf(db, personId, at);
  const ends = ahead.map(({ id: bookingId, space_id: spaceId }) =>
    claims.submit({
      kind: "end",
      bookingId,
      spaceId,
      as: "cancelled",
      from: ["held", "pending", "confirmed"],
      by: null,
      reason: null,
      at,
    }),
  );
  return (await Promise.all(ends)).filter(({ kind }) => kind === "done").length;
}
