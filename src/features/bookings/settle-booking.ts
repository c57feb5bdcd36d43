import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { answerOf } from "./answer-of.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import type { Booking } from "./deciding/command.ts";
import { mayChangeBooking, mayRunDay } from "./policy.ts";
import { findBooking } from "./queries.ts";
import { bookingRefusals } from "./refusals.ts";

/** Books the time that was held while the form was filled in. @throws Refusal booking.ended when the ten minutes were over */
export async function confirmBooking(installation: Installation, claims: BookingClaims, actor: Actor, id: string): Promise<Booking> {
  const row = found(await findBooking(installation.db, id));
  authorize(actor, mayChangeBooking(actor, { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id }));
  if (row.kind === "hire") throw bookingRefusals.ofHire();
  const { id: bookingId, space_id: spaceId } = row;
  const isAtDesk = mayRunDay(actor, row.host_id);
  return answerOf(
    await claims.submit({ kind: "settle", bookingId, spaceId, as: "booked", isAtDesk, by: actor.personId, at: installation.now() }),
  );
}

/** The house says yes or no to a time that was asked for. @throws Refusal booking.wrong_state when it is not asked for any more */
export async function answerBooking(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  { id, isApproved, reason }: { id: string; isApproved: boolean; reason?: string | undefined },
): Promise<Booking> {
  const row = found(await findBooking(installation.db, id));
  authorize(actor, mayRunDay(actor, row.host_id));
  const command = { bookingId: row.id, spaceId: row.space_id, by: actor.personId, at: installation.now() };
  return answerOf(
    await claims.submit(
      isApproved
        ? { ...command, kind: "settle", as: "approved" }
        : { ...command, kind: "end", as: "refused", from: ["pending"], reason: reason ?? null },
    ),
  );
}
