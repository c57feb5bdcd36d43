import type { Installation } from "../../platform/installation.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import { lapsed } from "./queries.ts";

/** Gives back the time of forms that were never sent, and of requests the house had not answered when their time came. @returns how many */
export async function expireHolds({ db, now }: Installation, claims: BookingClaims): Promise<number> {
  const at = now();
  const ends = (await lapsed(db, at)).map(({ id: bookingId, space_id: spaceId }) =>
    claims.submit({ kind: "end", bookingId, spaceId, as: "expired", from: ["held", "pending"], by: null, reason: null, at }),
  );
  return (await Promise.all(ends)).filter(({ kind }) => kind === "done").length;
}
