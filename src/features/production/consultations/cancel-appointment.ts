import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { mayCancel } from "./policy.ts";
import { type AppointmentRow, findAppointment, lockConsultation } from "./queries.ts";
import { consultationRefusals } from "./refusals.ts";

/** By nobody when the house was shut for the day. */
type Cancellation = { at: Temporal.Instant; by: string | null; reason: string | undefined };

/** Gives a slot up before it begins, so that somebody else can have it. @throws Refusal consultation.begun */
export async function cancelAppointment(
  { db, now }: Pick<Installation, "db" | "now">,
  actor: Actor,
  id: string,
  reason: string | undefined,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const seen = found(await findAppointment(tx, id));
    authorize(actor, mayCancel(actor, seen));
    await lockConsultation(tx, seen.consultation_id);
    const appointment = found(await findAppointment(tx, id));
    if (appointment.cancelled_at !== null || Temporal.Instant.compare(appointment.starts_at, at) <= 0) throw consultationRefusals.begun();
    await cancelAll(tx, [appointment], { at, by: actor.personId, reason });
    const subject = { kind: "appointment", id };
    await audit(tx, { actor, at, action: "appointment.cancel", subject, organizationId: appointment.host_id, reason });
  });
}

/** Takes slots from those who have them, and tells them. */
export async function cancelAll(tx: Db, appointments: readonly AppointmentRow[], { at, by, reason }: Cancellation): Promise<void> {
  const [first] = appointments;
  if (!first) return;
  const ids = appointments.map(({ id }) => id);
  await tx
    .updateTable("appointments")
    .set({ cancelled_at: at, cancelled_by: by, reason: reason ?? null })
    .where("space_id", "=", first.space_id)
    .where("id", "in", ids)
    .execute();
  await announce(
    tx,
    appointments.map(({ id, space_id, host_id }) => ({
      at,
      topic: "appointment.cancelled",
      organizationIds: [host_id],
      payload: { appointmentId: id, spaceId: space_id, by, ...(reason && { reason }) },
    })),
  );
}
