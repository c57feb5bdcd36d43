import { z } from "@hono/zod-openapi";
import { nameField, textField } from "../../../platform/http/fields.ts";

const amount = z.number().int().min(0).max(1_000_000);

export const consumable = z
  .object({
    id: z.uuid(),
    name: z.string(),
    unit: z.string(),
    priceOre: z.number().int().openapi({ description: "For one unit" }),
    inStock: z.number().int(),
  })
  .openapi("Consumable");

export const newConsumable = z.strictObject({
  name: nameField(120),
  unit: nameField(20).openapi({ description: "«plate», «meter», «gram»" }),
  priceOre: z.number().int().min(0).max(100_000_000),
  inStock: amount.default(0),
});

export const newMovement = z.strictObject({
  kind: z.enum(["received", "counted"]).openapi({ description: "Goods that came, or how much there is by a count" }),
  amount,
  note: textField(200).optional(),
});

export type NewConsumable = z.infer<typeof newConsumable>;
export type NewMovement = z.infer<typeof newMovement>;
