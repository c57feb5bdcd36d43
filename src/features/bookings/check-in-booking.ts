import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { answerOf } from "./answer-of.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import type { Booking } from "./deciding/command.ts";
import { mayChangeBooking } from "./policy.ts";
import { findBooking } from "./queries.ts";

/**
 * Whoever booked has come, and says so by themselves or at the desk. Twice is as once.
 * @throws Refusal booking.check_in_later, booking.past, booking.ended, booking.wrong_state
 */
export async function checkInBooking({ db, now }: Installation, claims: BookingClaims, actor: Actor, id: string): Promise<Booking> {
  const row = found(await findBooking(db, id));
  authorize(actor, mayChangeBooking(actor, { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id }));
  return answerOf(await claims.submit({ kind: "check_in", bookingId: row.id, spaceId: row.space_id, by: actor.personId, at: now() }));
}
