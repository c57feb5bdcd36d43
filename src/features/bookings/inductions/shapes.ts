import { z } from "@hono/zod-openapi";
import { idField, momentField, textField } from "../../../platform/http/fields.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

/** How it went for one who was signed up. */
export const outcomes = ["passed", "not_passed", "absent"] as const;
export type SignUpOutcome = (typeof outcomes)[number];

export const induction = z
  .object({
    id: z.uuid(),
    bookingId: z.uuid().openapi({ description: "The time it takes in the calendar; move and cancel it there" }),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), timeZone: z.string() }),
    resource: z.object({ id: z.uuid(), name: z.string() }),
    certification: z.object({ id: z.uuid(), names: texts }),
    level: z.number().int(),
    startsAt: z.string(),
    endsAt: z.string(),
    instructor: z.string(),
    places: z.number().int(),
    placesLeft: z.number().int(),
    note: z.string().nullable(),
    state: z.enum(["open", "full", "begun", "cancelled"]),
    isMine: z.boolean().openapi({ description: "Whether the reader is signed up" }),
    signUps: z
      .array(z.object({ personId: z.uuid(), name: z.string(), signedUpAt: z.string(), outcome: z.enum(outcomes).nullable() }))
      .nullable()
      .openapi({ description: "Who comes, for the desk; null for others" }),
    abilities: z.object({ signUp: z.boolean(), signOff: z.boolean(), settle: z.boolean(), cancel: z.boolean() }),
  })
  .openapi("Induction");

export const newInduction = z.strictObject({
  resourceId: idField.openapi({ description: "Where it is held, or the machine itself: nobody else books it meanwhile" }),
  certificationId: idField,
  level: z.number().int().min(1).max(9).default(1),
  startsAt: momentField,
  endsAt: momentField,
  places: z.number().int().min(1).max(500),
  instructorId: idField.optional().openapi({ description: "Somebody at the desk of the house; oneself when left out" }),
  note: textField(500).optional(),
  overrideReason: textField(500).min(1).optional(),
});

export const results = z.strictObject({
  results: z
    .array(z.strictObject({ personId: idField, outcome: z.enum(outcomes) }))
    .min(1)
    .max(500),
});

export type NewInduction = z.infer<typeof newInduction>;
export type Results = z.infer<typeof results>["results"];
