import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../../platform/access/refusals.ts";
import { idField, idOrSlug, textField } from "../../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../../platform/http/route.ts";
import { doubleRefusals } from "./refusals.ts";
import { settledAs } from "./settlement.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];

const doubles = z
  .object({
    items: z.array(
      z.object({
        ticket: z.object({
          id: z.uuid(),
          code: z.string(),
          holder: z.string().nullable(),
          kind: z.string(),
          organization: z.string().nullable(),
        }),
        scans: z.array(
          z.object({
            nonce: z.uuid(),
            scannedAt: z.string(),
            door: z.string().nullable(),
            scannedBy: z.string().nullable(),
            stands: z.boolean().openapi({ description: "The one that counts: as it was settled, else the first the server heard of" }),
          }),
        ),
        settlement: z
          .object({
            as: z.enum(settledAs),
            note: z.string().nullable(),
            settledAt: z.string(),
            settledBy: z.string().nullable(),
          })
          .nullable()
          .openapi({ description: "Null while nobody has said what it was, and again when it is scanned once more" }),
      }),
    ),
  })
  .openapi("DoubleScans");

export const listDoubles = route({
  method: "get",
  path: "/events/{id}/doubles",
  tags: ["events"],
  summary: "Tickets two doors let somebody in on",
  description: "Those nobody has settled first.",
  permission: "host of the space",
  refusals: known,
  request: { params: z.object({ id: idOrSlug }) },
  responses: { 200: json(doubles, "The tickets with their scans") },
});

export const settleDouble = route({
  method: "put",
  path: "/tickets/{id}/double-settlement",
  tags: ["events"],
  summary: "Say which scan of a ticket stands, and what the other one was",
  description:
    "An entry beside the scans, which stay as they were. The ticket was used when the scan that stands was made. It can be settled anew.",
  permission: "host of the space",
  refusals: [...known, doubleRefusals.isNone],
  request: {
    params: z.object({ id: idField }),
    body: jsonBody(
      z.strictObject({
        stands: idField.openapi({ description: "The scan that stands, by its nonce" }),
        as: z.enum(settledAs).openapi({
          description: "What the other was: `same_person` at another door, `someone_else` with a copied code, a `mistake` of a door",
        }),
        note: textField(300).optional(),
      }),
    ),
  },
  responses: { 204: { description: "Settled" } },
});
