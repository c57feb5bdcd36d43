import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idOrSlug } from "../../../platform/http/fields.ts";
import { json, route } from "../../../platform/http/route.ts";
import { registrationSchema } from "../contract.ts";
import { standings } from "./standing.ts";

const owed = z
  .object({
    id: z.uuid().openapi({ description: "Of the registration" }),
    payer: z.string().openapi({ description: "The company it is for, else whoever registered" }),
    organization: z.object({ id: z.uuid(), slug: z.string(), number: z.string().nullable() }).nullable(),
    payerId: z.uuid(),
    ofPayer: z
      .object({ rows: z.number().int(), amountWithVatOre: z.number().int() })
      .openapi({ description: "All that whoever pays has, and what it comes to" }),
    registeredBy: z.string(),
    email: z.string().openapi({ description: "Of whoever registered" }),
    ticketType: z.string(),
    places: z.number().int(),
    standing: z.enum(standings).openapi({
      description:
        "`owed`: all of it. `reduced`: less, since a place was given back. `fee`: only for giving back late. `reversed`: nothing.",
    }),
    amountOre: z.number().int().openapi({ description: "Without VAT" }),
    amountWithVatOre: z.number().int(),
    isVatUnknown: z.boolean().openapi({ description: "Whether who leads is registered for VAT is not known: none is counted" }),
    charges: z.array(registrationSchema.shape.charges.unwrap().element.extend({ writtenAt: z.string() })),
  })
  .openapi("OwedForEvent");

export const listOwed = route({
  method: "get",
  path: "/events/{id}/charges",
  tags: ["events"],
  summary: "What is owed for an event, by everybody who pays",
  description: "A row a registration with its entries, those who pay in order of their names; and what all of it comes to.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }), query: pageQuery },
  responses: {
    200: json(
      pageOf(owed).extend({
        payers: z.number().int().openapi({ description: "How many owe anything" }),
        amountOre: z.number().int().openapi({ description: "Of all rows, without VAT" }),
        amountWithVatOre: z.number().int(),
      }),
      "A page of what is owed",
    ),
  },
});
