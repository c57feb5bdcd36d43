import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { mayChangeBooking } from "./policy.ts";
import { findBooking } from "./queries.ts";

/** Lets the title of a booking be read on the screens of the house, or takes it down. Others than those it concerns decide nothing. */
export async function showTitle({ db, now }: Installation, actor: Actor, { id, isShown }: { id: string; isShown: boolean }): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const row = found(await findBooking(tx, id));
    authorize(actor, mayChangeBooking(actor, { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id }));
    const { space_id: spaceId, resource_id: resourceId, host_id: organizationId } = row;
    await tx.updateTable("bookings").set({ shows_title: isShown }).where("space_id", "=", spaceId).where("id", "=", id).execute();
    const action = isShown ? "booking.show_title" : "booking.hide_title";
    await audit(tx, { actor, at, action, subject: { kind: "booking", id }, organizationId });
    await announce(tx, [{ at, topic: action, organizationIds: [organizationId], payload: { bookingId: id, spaceId, resourceId } }]);
  });
}
