import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { answerOf } from "./answer-of.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import type { Booking } from "./deciding/command.ts";
import { actsForHouse, mayChangeBooking, mayRunDay } from "./policy.ts";
import { findBooking } from "./queries.ts";
import { bookingRefusals } from "./refusals.ts";

/** Gives the time of a booking back. Once it has begun only the desk does; what the house cancels for others is never owed. @throws Refusal booking.ended, booking.too_late */
export async function cancelBooking(
  { db, now }: Installation,
  claims: BookingClaims,
  actor: Actor,
  { id, reason }: { id: string; reason?: string | undefined },
): Promise<Booking> {
  const row = found(await findBooking(db, id));
  const parties = { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id };
  authorize(actor, mayChangeBooking(actor, parties));
  if (row.kind === "hire") throw bookingRefusals.ofHire();
  const hasBegun = Temporal.Instant.compare(row.starts_at, now()) <= 0;
  if (hasBegun && row.state !== "cancelled" && !mayRunDay(actor, row.host_id)) throw bookingRefusals.tooLate();
  return answerOf(
    await claims.submit({
      kind: "end",
      bookingId: row.id,
      spaceId: row.space_id,
      as: "cancelled",
      from: ["held", "pending", "confirmed"],
      isByHouse: actsForHouse(actor, parties),
      by: actor.personId,
      reason: reason ?? null,
      at: now(),
    }),
  );
}
