import { type Actor, isPerson } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { cancelBooking } from "../cancel-booking.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import { findWaits, leaveLine } from "./queries.ts";
import { stateOf } from "./wait.ts";

/** Goes off a list by oneself; what was offered passes on to the next. Twice is once. */
export async function leave(installation: Installation, claims: BookingClaims, actor: Actor, id: string): Promise<void> {
  const { db, now } = installation;
  const row = found((await findWaits(db, { id }))[0]);
  authorize(actor, isPerson(actor, row.person_id));
  if (stateOf(row, now()) === "offered") await cancelBooking(installation, claims, actor, { id });
  await db.transaction().execute(async (tx) => {
    if (!(await leaveLine(tx, { spaceId: row.space_id, id, at: now() }))) return;
    const subject = { kind: "booking_wait", id };
    await audit(tx, { actor, at: now(), action: "booking_wait.leave", subject, organizationId: row.host_id });
  });
}
