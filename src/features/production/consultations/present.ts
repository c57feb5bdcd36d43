import { type Actor, isPerson } from "../../../platform/access/actor.ts";
import { mayWorkInLab } from "../policy.ts";
import type { Slot } from "./consultation.ts";
import { mayCancel } from "./policy.ts";
import type { AppointmentRow, ConsultationRow } from "./queries.ts";

type Exception = { consultation_id: string; day: string; reason: string | null };

export function presentConsultation(row: ConsultationRow, exceptions: readonly Exception[], actor: Actor) {
  return {
    id: row.id,
    space: spaceOf(row),
    weekday: row.weekday,
    opens: row.opens,
    closes: row.closes,
    slotMinutes: row.slot_minutes,
    places: row.places,
    staff: row.staff_id && row.staff ? { id: row.staff_id, name: row.staff } : null,
    note: row.note,
    from: row.valid_from,
    until: row.valid_until,
    exceptions: exceptions.filter(({ consultation_id }) => consultation_id === row.id).map(({ day, reason }) => ({ day, reason })),
    abilities: { change: mayWorkInLab(actor, row.host_id) },
  };
}

type TakenSlot = { row: ConsultationRow; slot: Slot; taken: readonly AppointmentRow[]; isHeld: boolean };

/** A slot as the actor may see it: who comes is for the desk. */
export function presentSlot({ row, slot, taken, isHeld }: TakenSlot, actor: Actor, now: Temporal.Instant) {
  const isDesk = mayWorkInLab(actor, row.host_id);
  const mine = taken.find(({ person_id }) => isPerson(actor, person_id));
  const placesLeft = Math.max(0, row.places - taken.length);
  return {
    consultationId: row.id,
    startsAt: slot.startsAt.toString(),
    endsAt: slot.endsAt.toString(),
    places: row.places,
    placesLeft,
    staff: row.staff,
    note: row.note,
    isHeld,
    appointmentId: mine?.id ?? null,
    people: isDesk
      ? taken.map((one) => ({
          appointmentId: one.id,
          name: one.person,
          about: one.about,
          orderId: one.order_id,
          orderTitle: one.order_title,
        }))
      : null,
    abilities: { take: isHeld && actor.kind === "person" && !mine && placesLeft > 0 && Temporal.Instant.compare(slot.startsAt, now) > 0 },
  };
}

export function presentAppointment(row: AppointmentRow, actor: Actor, now: Temporal.Instant) {
  const isCancelled = row.cancelled_at !== null;
  return {
    id: row.id,
    consultationId: row.consultation_id,
    space: spaceOf(row),
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    person: { id: row.person_id, name: row.person },
    staff: row.staff,
    note: row.note,
    about: row.about,
    order: row.order_id && row.order_title ? { id: row.order_id, title: row.order_title } : null,
    state: isCancelled ? ("cancelled" as const) : ("booked" as const),
    reason: row.reason,
    abilities: { cancel: !isCancelled && Temporal.Instant.compare(row.starts_at, now) > 0 && mayCancel(actor, row) },
  };
}

function spaceOf(row: { space_id: string; space_slug: string; space_name: string; time_zone: string }) {
  return { id: row.space_id, slug: row.space_slug, name: row.space_name, timeZone: row.time_zone };
}
