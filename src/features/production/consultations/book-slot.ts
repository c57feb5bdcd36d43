import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockNumber } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import { findSpace, openingOf } from "../../spaces/index.ts";
import { daysAhead, freePlace, mostAhead, type Slot, slotsOn } from "./consultation.ts";
import { appointmentsFrom, appointmentsOfPerson, type ConsultationRow, exceptionsOf, lockConsultation } from "./queries.ts";
import { consultationRefusals } from "./refusals.ts";
import type { NewAppointment } from "./shapes.ts";

/**
 * Takes a slot; asked twice it is the same one. @returns the id of the appointment
 * @throws Refusal consultation.taken, consultation.no_such_slot, consultation.begun, consultation.enough, consultation.not_your_order
 */
export async function bookSlot(
  { db, now }: Pick<Installation, "db" | "now">,
  actor: Actor,
  id: string,
  { startsAt, about, orderId }: NewAppointment,
): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    authorize(actor, true);
    // the person first, everywhere: of two slots asked for at once the second sees the first
    await sql`select pg_advisory_xact_lock(${String(lockNumber(actor.personId))}::bigint)`.execute(tx);
    const consultation = found(await lockConsultation(tx, id));
    const slot = await slotAt(tx, consultation, Temporal.Instant.from(startsAt), at);
    const taken = await appointmentsFrom(tx, consultation, slot.startsAt, slot.endsAt);
    const own = taken.find(({ person_id }) => person_id === actor.personId);
    if (own) return own.id;
    if (Temporal.Instant.compare(slot.startsAt, at) <= 0) throw consultationRefusals.begun();
    const { space_id, host_id } = consultation;
    const ahead = (await appointmentsOfPerson(tx, actor.personId, at)).filter((one) => one.space_id === space_id);
    if (ahead.length >= mostAhead) throw consultationRefusals.enough({ most: mostAhead });
    if (orderId !== undefined) await requireOwnOrder(tx, { space_id, orderId, personId: actor.personId });
    const place = freePlace(
      consultation.places,
      taken.map((one) => one.place),
    );
    if (place === undefined) throw consultationRefusals.taken();
    const appointmentId = newId();
    await tx
      .insertInto("appointments")
      .values({
        space_id,
        id: appointmentId,
        consultation_id: id,
        starts_at: slot.startsAt,
        ends_at: slot.endsAt,
        place,
        person_id: actor.personId,
        about: about || null,
        order_id: orderId ?? null,
        booked_at: at,
      })
      .execute();
    const subject = { kind: "appointment", id: appointmentId };
    const details = { consultationId: id, startsAt: slot.startsAt.toString() };
    await audit(tx, { actor, at, action: "appointment.book", subject, organizationId: host_id, details });
    const payload = { appointmentId, spaceId: space_id, by: actor.personId };
    await announce(tx, [{ at, topic: "appointment.booked", organizationIds: [host_id], payload }]);
    return appointmentId;
  });
}

/** The slot that begins at a moment, by the rules of the week and the house. @throws Refusal consultation.no_such_slot */
async function slotAt(tx: Tx, consultation: ConsultationRow, startsAt: Temporal.Instant, now: Temporal.Instant): Promise<Slot> {
  const day = dayIn(startsAt, consultation.time_zone);
  const today = dayIn(now, consultation.time_zone);
  if (day >= addDays(today, daysAhead)) throw consultationRefusals.noSuchSlot();
  const space = found(await findSpace(tx, consultation.space_id));
  const opening = await openingOf(tx, space, day);
  const exceptions = await exceptionsOf(tx, consultation.space_id, day);
  const without = new Set(exceptions.filter((one) => one.consultation_id === consultation.id).map((one) => one.day));
  const slot = slotsOn(consultation, day, without, opening).find((one) => one.startsAt.equals(startsAt));
  if (!slot) throw consultationRefusals.noSuchSlot();
  return slot;
}

type Own = { space_id: string; orderId: string; personId: string };

async function requireOwnOrder(tx: Tx, { space_id, orderId, personId }: Own): Promise<void> {
  const order = await tx
    .selectFrom("production_orders")
    .select("id")
    .where("space_id", "=", space_id)
    .where("id", "=", orderId)
    .where("customer_id", "=", personId)
    .executeTakeFirst();
  if (!order) throw consultationRefusals.notYourOrder();
}
