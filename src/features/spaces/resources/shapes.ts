import { z } from "@hono/zod-openapi";
import { dayField, idField, textField, textsField } from "../../../platform/http/fields.ts";
import { equipmentKeys } from "./equipment.ts";
import { audiences, bookers, priceUnits, resourceKinds } from "./resource.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const minutes = (most: number) => z.number().int().min(0).max(most);

export const price = z.strictObject({
  audience: z.enum(audiences).openapi({ description: "Members of the house, members of a network it is in, everyone" }),
  unit: z.enum(priceUnits),
  amountOre: z.number().int().min(0).max(100_000_000),
});

const rules = {
  stepMinutes: z.union([5, 10, 15, 20, 30, 60].map((step) => z.literal(step))).openapi({ description: "Times begin and end on these" }),
  shortestMinutes: minutes(44_640).min(5),
  longestMinutes: minutes(44_640).min(5),
  bufferBeforeMinutes: minutes(480).openapi({ description: "Kept free before each booking" }),
  bufferAfterMinutes: minutes(480),
  noticeMinutes: minutes(44_640).openapi({ description: "How long before the start it must be booked" }),
  horizonDays: z.number().int().min(1).max(1095).openapi({ description: "How far ahead it can be booked" }),
  cancelByMinutes: minutes(44_640).openapi({ description: "How long before the start it can be cancelled free of charge" }),
  weeklyMinutes: minutes(10_080).min(5).nullable().openapi({ description: "The most one person may book of it from Monday to Sunday" }),
  needsApproval: z.boolean(),
  needsCheckIn: z.boolean().openapi({ description: "Whoever has not checked in ten minutes after the start loses the time" }),
  bookedBy: z.enum(bookers),
  opensWithHouse: z.boolean().openapi({ description: "Only within the opening hours; else at any hour" }),
};

const facts = {
  name: textField(120).min(1),
  capacity: z.number().int().min(1).max(100_000).openapi({ description: "People; of a pool, its desks" }),
  places: z.number().int().min(1).max(1000).openapi({ description: "Of a pool: desks booked one by one. Else 1" }),
  descriptions: textsField(2000),
  equipment: z.array(z.enum(equipmentKeys)).max(50),
  partOf: idField.nullable().openapi({ description: "A hall this room is a part of: booking one blocks the other" }),
  certificationId: idField.nullable().openapi({ description: "What one must have learnt before one books it" }),
  certificationLevel: z.number().int().min(1).max(9).nullable(),
  placeInOrder: z.number().int().min(0).max(10_000),
};

export const resource = z
  .object({
    id: z.uuid(),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), timeZone: z.string() }),
    kind: z.enum(resourceKinds),
    ...facts,
    descriptions: texts,
    equipment: z.array(z.string()),
    ...rules,
    stepMinutes: z.number().int(),
    prices: z.array(price),
    inUseFrom: z.string().nullable(),
    inUseUntil: z.string().nullable().openapi({ description: "The first day it is no longer there" }),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean() }),
  })
  .openapi("Resource");

const prices = z.array(price).max(9);

export const newResource = z.strictObject({
  ...optional({ ...facts, ...rules, prices, inUseFrom: dayField }),
  kind: z.enum(resourceKinds),
  name: facts.name,
  capacity: facts.capacity,
});

export const resourceChanges = z.strictObject(optional({ ...facts, ...rules, prices, inUseUntil: dayField.nullable() }));

/** A resource as the API answers it. */
export type Resource = z.infer<typeof resource>;
export type NewResource = z.infer<typeof newResource>;
export type ResourceChanges = z.infer<typeof resourceChanges>;

function optional<Fields extends Record<string, z.ZodType>>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.optional()])) as {
    [Name in keyof Fields]: z.ZodOptional<Fields[Name]>;
  };
}
