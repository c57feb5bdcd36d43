import type { Installation } from "../../platform/installation.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { bookingsToUse } from "./queries.ts";

/** Bookings that are over become use: of allowances as far as they reach, and owed beyond. @returns how many */
export async function writeUse({ db, now, pipelines }: Installation): Promise<number> {
  const at = now();
  const over = await bookingsToUse(db, at);
  const claims = bookingClaims(pipelines);
  const uses = over.map(({ id, space_id }) => claims.submit({ kind: "use", bookingId: id, spaceId: space_id, at }));
  return (await Promise.all(uses)).filter(({ kind }) => kind === "done").length;
}
