import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { auditAll } from "../../../platform/audit.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { mayChangeBooking, mayRunDay } from "../policy.ts";
import { presentBooking } from "../present.ts";
import { findBooking } from "../queries.ts";
import { bookingRefusals } from "../refusals.ts";
import { aheadInSeries } from "./change-series.ts";
import type { Scope } from "./occurrence.ts";

export interface Description {
  id: string;
  title: string | null;
  note: string | null;
  people: number | null;
  scope: Scope;
  expected: number | undefined;
}

/**
 * Says anew what a booking is about and for how many, and with it those that follow or all that are ahead of its series. The time
 * stays as it is. @throws Refusal booking.ended, booking.too_late, booking.too_many, request.changed_meanwhile
 */
export async function describeBooking({ db, now }: Installation, actor: Actor, wanted: Description): Promise<void> {
  const at = now();
  const { title, note, people } = wanted;
  await db.transaction().execute(async (tx) => {
    const row = found(await findBooking(tx, wanted.id));
    authorize(actor, mayChangeBooking(actor, { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id }));
    sameVersion(wanted.expected, row, presentBooking(row, actor, at));
    if (row.state === "cancelled") throw bookingRefusals.ended();
    if (Temporal.Instant.compare(row.ends_at, at) <= 0) throw bookingRefusals.tooLate();
    if (people !== null && people > row.capacity && !mayRunDay(actor, row.host_id))
      throw bookingRefusals.tooMany({ capacity: row.capacity });
    const rows = wanted.scope === "this" || row.series_id === null ? [row] : await aheadInSeries({ db: tx, now }, row, wanted.scope);
    const { space_id: spaceId, host_id: organizationId } = row;
    const written = await tx
      .updateTable("bookings")
      .set((set) => ({ title, note, people, version: set("version", "+", 1) }))
      .where("space_id", "=", spaceId)
      .where("id", "in", [row.id, ...rows.map(({ id }) => id)])
      .where((where) => where.or([where("id", "<>", row.id), where("version", "=", row.version)]))
      .where("state", "<>", "cancelled")
      .returning("id")
      .execute();
    const meanwhile = written.some(({ id }) => id === row.id) ? undefined : found(await findBooking(tx, row.id));
    if (meanwhile) sameVersion(row.version, meanwhile, presentBooking(meanwhile, actor, at));
    const action = "booking.describe";
    await auditAll(
      tx,
      written.map(({ id }) => ({ actor, at, action, subject: { kind: "booking", id }, organizationId })),
    );
    await announce(
      tx,
      written.map(({ id }) => ({
        at,
        topic: action,
        organizationIds: [organizationId],
        payload: { bookingId: id, spaceId, resourceId: rows.find((one) => one.id === id)?.resource_id ?? row.resource_id },
      })),
    );
  });
}
