import type { Installation } from "../../platform/installation.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { lapsedHolds } from "./queries.ts";

/** Gives back the time of forms that were never sent. @returns how many */
export async function expireHolds({ db, now, pipelines }: Installation): Promise<number> {
  const lapsed = await lapsedHolds(db, now());
  const claims = bookingClaims(pipelines);
  const at = now();
  const ends = lapsed.map(({ id, space_id }) =>
    claims.submit({ kind: "end", bookingId: id, spaceId: space_id, as: "expired", from: ["held"], by: null, reason: null, at }),
  );
  return (await Promise.all(ends)).filter(({ kind }) => kind === "done").length;
}
