import { z } from "@hono/zod-openapi";
import { dayField, idField, momentField, textField } from "../../../platform/http/fields.ts";

const day = z.string().openapi({ format: "date", example: "2026-11-24" });
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .openapi({ example: "17:00" });
const space = z.object({ id: z.uuid(), slug: z.string(), name: z.string(), timeZone: z.string() });
const reason = textField(300).min(1).optional().openapi({ description: "Told to those who had taken a slot" });

export const consultation = z
  .object({
    id: z.uuid(),
    space,
    weekday: z.number().int().openapi({ description: "1 is Monday" }),
    opens: z.string().openapi({ description: "On the clock of the house" }),
    closes: z.string(),
    slotMinutes: z.number().int(),
    places: z.number().int().openapi({ description: "How many are helped at once, each by themselves" }),
    staff: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    note: z.string().nullable(),
    from: day,
    until: day.nullable().openapi({ description: "The first day it is over; null: so far" }),
    exceptions: z.array(z.object({ day, reason: z.string().nullable() })).openapi({ description: "Days ahead it is not held" }),
    abilities: z.object({ change: z.boolean() }),
  })
  .openapi("Consultation");

export const newConsultation = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  opens: clock,
  closes: clock,
  slotMinutes: z.number().int().min(5).max(480),
  places: z.number().int().min(1).max(20).default(1),
  staffId: idField.optional().openapi({ description: "Who helps: somebody at the desk of the house" }),
  note: textField(300).optional(),
  from: dayField.optional().openapi({ description: "Today when left out" }),
  until: dayField.optional(),
});

export const anException = z.strictObject({ reason });
export const anEnding = z.strictObject({ until: dayField.openapi({ description: "The first day it is over" }), reason });

const who = z.object({ appointmentId: z.uuid(), name: z.string(), about: z.string().nullable() });

export const slot = z
  .object({
    consultationId: z.uuid(),
    startsAt: z.string(),
    endsAt: z.string(),
    places: z.number().int(),
    placesLeft: z.number().int(),
    staff: z.string().nullable(),
    note: z.string().nullable(),
    isHeld: z.boolean().openapi({ description: "False when the house has shut for the day since somebody took it" }),
    appointmentId: z.uuid().nullable().openapi({ description: "The reader's own, when they have taken it" }),
    people: z
      .array(who.extend({ orderId: z.uuid().nullable(), orderTitle: z.string().nullable() }))
      .nullable()
      .openapi({ description: "Who comes, for the desk; null for others" }),
    abilities: z.object({ take: z.boolean() }),
  })
  .openapi("ConsultationSlot");

export const appointment = z
  .object({
    id: z.uuid(),
    consultationId: z.uuid(),
    space,
    startsAt: z.string(),
    endsAt: z.string(),
    person: z.object({ id: z.uuid(), name: z.string() }),
    staff: z.string().nullable(),
    note: z.string().nullable(),
    about: z.string().nullable(),
    order: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    state: z.enum(["booked", "cancelled"]),
    reason: z.string().nullable(),
    abilities: z.object({ cancel: z.boolean() }),
  })
  .openapi("Appointment");

export const newAppointment = z.strictObject({
  startsAt: momentField,
  about: textField(500).optional().openapi({ description: "What one wants help with" }),
  orderId: idField.optional().openapi({ description: "An order of one's own at the lab" }),
});

export const cancellation = z.strictObject({ reason: textField(300).min(1).optional() });

export type NewConsultation = z.infer<typeof newConsultation>;
export type NewAppointment = z.infer<typeof newAppointment>;
