import { z } from "@hono/zod-openapi";
import { nameField, textField } from "../../../platform/http/fields.ts";
import { movementKinds } from "./movement.ts";

const amount = z.number().int().min(0).max(1_000_000);

export const consumable = z
  .object({
    id: z.uuid(),
    name: z.string(),
    unit: z.string(),
    priceOre: z.number().int().openapi({ description: "For one unit, in øre without VAT" }),
    inStock: z.number().int(),
    lowAt: z.number().int().nullable().openapi({ description: "When so much is left it is time to buy more" }),
    isLow: z.boolean(),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean(), record: z.boolean() }),
  })
  .openapi("Consumable");

export const newConsumable = z.strictObject({
  name: nameField(120),
  unit: nameField(20).openapi({ description: "«plate», «meter», «gram»" }),
  priceOre: z.number().int().min(0).max(100_000_000),
  inStock: amount.default(0),
  lowAt: amount.nullable().optional(),
});

export const consumableChanges = z
  .strictObject({
    name: newConsumable.shape.name,
    unit: newConsumable.shape.unit,
    priceOre: newConsumable.shape.priceOre,
    lowAt: amount.nullable(),
  })
  .partial();

export const newMovement = z.strictObject({
  kind: z.enum(["received", "counted", "used"]).openapi({
    description: "Goods that came, how much there is by a count, or what went without an order",
  }),
  amount,
  note: textField(200).optional(),
});

export const movement = z
  .object({
    number: z.number().int(),
    kind: z.enum(movementKinds),
    change: z.number().int().openapi({ description: "Below zero when it went" }),
    inStock: z.number().int().openapi({ description: "After it" }),
    at: z.string(),
    by: z.string().nullable(),
    order: z.object({ id: z.uuid(), title: z.string() }).nullable(),
    note: z.string().nullable(),
  })
  .openapi("StockMovement");

export type ConsumableChanges = z.infer<typeof consumableChanges>;
export type NewConsumable = z.infer<typeof newConsumable>;
export type NewMovement = z.infer<typeof newMovement>;
