import type { Installation } from "../../platform/installation.ts";
import { releaseMinutes } from "./at-door.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import { notCheckedIn } from "./queries.ts";

/** Gives back the time of bookings nobody came to, where one must check in. Who checks in meanwhile keeps it. @returns how many */
export async function releaseMissed({ db, now }: Installation, claims: BookingClaims): Promise<number> {
  const at = now();
  const missed = await notCheckedIn(db, { startedBy: at.subtract({ minutes: releaseMinutes }), at });
  const ends = missed.map(({ id: bookingId, space_id: spaceId }) =>
    claims.submit({ kind: "end", bookingId, spaceId, as: "released", from: ["confirmed"], by: null, reason: null, at }),
  );
  return (await Promise.all(ends)).filter(({ kind }) => kind === "done").length;
}
