import { z } from "@hono/zod-openapi";
import { dayField, idField, idOrSlug, momentField, nameField, textField } from "../../platform/http/fields.ts";
import { lineKinds, orderStates, priorities, stepStates } from "./order.ts";

const state = z.enum(orderStates);
const person = z.object({ id: z.uuid(), name: z.string() });

/** Who pays. */
export const payer = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

const wanted = {
  organization: idOrSlug
    .nullable()
    .openapi({ description: "The company that pays, by id or slug; the customer does when it is null", example: "firma" }),
  title: nameField(120),
  description: textField(4000),
  material: textField(200),
  quantity: z.number().int().min(1).max(100_000),
  wantedBy: dayField.nullable(),
  priority: z.enum(priorities),
};

export const newOrder = z.strictObject({
  space: idOrSlug.openapi({ description: "The lab", example: "fellesverkstedet" }),
  organization: wanted.organization.optional(),
  title: wanted.title,
  description: wanted.description.optional(),
  material: wanted.material.optional(),
  quantity: wanted.quantity.default(1),
  wantedBy: wanted.wantedBy.optional(),
  priority: wanted.priority.default("ordinary"),
});

export const orderChanges = z.strictObject({
  organization: wanted.organization.optional(),
  title: wanted.title.optional(),
  description: wanted.description.optional(),
  material: wanted.material.optional(),
  quantity: wanted.quantity.optional(),
  wantedBy: wanted.wantedBy.optional(),
  priority: wanted.priority.optional(),
  photosAllowed: z.boolean().optional().openapi({ description: "Whether the lab may take photos of the result. At any time" }),
});

export const newLine = z.strictObject({
  kind: z.enum(["work", "material", "other"]).openapi({ description: "Time of a machine is booked: `POST …/machine-times`" }),
  text: textField(200).min(1),
  amountOre: z.number().int().min(0).max(1_000_000_000).openapi({ description: "In øre, without VAT" }),
  staffId: idField.optional().openapi({ description: "Who does the work" }),
  consumableId: idField.optional().openapi({ description: "Material from the stock of the lab, for a line of `material`" }),
  consumed: z.number().int().min(1).max(1_000_000).optional().openapi({ description: "How much of it" }),
});

export const newMachineTime = z.strictObject({
  resourceId: idField,
  startsAt: momentField,
  endsAt: momentField,
  amountOre: z.number().int().min(0).max(1_000_000_000).default(0),
  overrideReason: textField(500).min(1).optional(),
});

export const newStep = z.strictObject({ state: z.enum(stepStates), reason: textField(500).min(1).optional() });
export const orderStop = z.strictObject({
  reason: textField(500).min(1).openapi({ description: "Why it cannot be finished; the customer is told" }),
  lines: z
    .array(
      z.strictObject({
        lineId: idField,
        owedOre: z
          .number()
          .int()
          .min(0)
          .max(1_000_000_000)
          .default(0)
          .openapi({ description: "What of the line is to be paid, at most what was agreed" }),
        used: z
          .number()
          .int()
          .min(0)
          .max(1_000_000)
          .optional()
          .openapi({ description: "How much of the material was used; all of it unless told" }),
      }),
    )
    .max(200)
    .default([])
    .openapi({ description: "Of a line that is not named nothing is to be paid, and its material is used" }),
});
export const newMessage = z.strictObject({ text: textField(4000).min(1) });

const file = z.object({
  id: z.uuid(),
  name: z.string(),
  format: z.string(),
  bytes: z.number().int(),
  addedAt: z.string(),
  address: z.string().openapi({ description: "For those concerned only" }),
});

const price = z.object({
  netOre: z.number().int().openapi({ description: "Without VAT, in øre" }),
  vatOre: z.number().int(),
  grossOre: z.number().int().openapi({ description: "With VAT: what a person pays" }),
  vatPercent: z.number().int().openapi({ description: "0 when the lab is not registered for VAT" }),
});

/** An order as it stands in a list. */
export const orderLine = z.object({
  id: z.uuid(),
  space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), timeZone: z.string() }),
  customer: person,
  organization: payer.nullable().openapi({ description: "The company that pays" }),
  title: z.string(),
  material: z.string().nullable(),
  quantity: z.number().int(),
  wantedBy: z.string().nullable(),
  priority: z.enum(priorities),
  state,
  stateSince: z.string(),
  quotedOre: z.number().int().nullable().openapi({ description: "What it was quoted for, in øre without VAT" }),
  price: price.nullable().openapi({ description: "The quote, with VAT" }),
  createdAt: z.string(),
});

export const order = orderLine
  .extend({
    description: z.string().nullable(),
    photosAllowed: z.boolean(),
    files: z.array(file),
    photos: z.array(file),
    messages: z.array(z.object({ id: z.uuid(), writtenAt: z.string(), by: z.string().nullable(), isMine: z.boolean(), text: z.string() })),
    lines: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(lineKinds),
        text: z.string(),
        amountOre: z.number().int().openapi({ description: "In øre, without VAT" }),
        grossOre: z.number().int().openapi({ description: "With VAT; together what the sum is with VAT" }),
        staff: z.string().nullable(),
        machineTime: z.object({ bookingId: z.uuid(), startsAt: z.string(), endsAt: z.string(), isCancelled: z.boolean() }).nullable(),
        consumed: z.object({ name: z.string(), unit: z.string(), amount: z.number().int() }).nullable(),
        owedOre: z.number().int().nullable().openapi({ description: "What of it is to be paid after the work was stopped, without VAT" }),
        used: z.number().int().nullable().openapi({ description: "How much of the material was used when the work was stopped" }),
      }),
    ),
    sumOre: z.number().int().openapi({ description: "Of the lines, without VAT" }),
    sum: price,
    owed: price.nullable().openapi({ description: "What is to be paid of an order that was stopped" }),
    history: z.array(z.object({ state, at: z.string(), by: z.string().nullable(), reason: z.string().nullable() })),
    version: z.number().int(),
    abilities: z.object({
      steps: z.array(z.enum(stepStates)).openapi({ description: "Where the reader may take it" }),
      stop: z.boolean().openapi({ description: "Whether the reader may end work that cannot be finished" }),
      edit: z.boolean(),
      choosePayer: z.boolean().openapi({ description: "Whether the reader may say who pays: only whoever ordered" }),
      allowPhotos: z.boolean(),
      price: z.boolean(),
      work: z.boolean(),
      addPhoto: z.boolean(),
      write: z.boolean(),
      isLab: z.boolean(),
    }),
  })
  .openapi("ProductionOrder");

export type NewOrder = z.infer<typeof newOrder>;
export type OrderChanges = z.infer<typeof orderChanges>;
export type NewLine = z.infer<typeof newLine>;
export type OrderStop = z.infer<typeof orderStop>;
export type NewMachineTime = z.infer<typeof newMachineTime>;
