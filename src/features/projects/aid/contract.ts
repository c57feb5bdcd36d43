import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ore } from "../shapes.ts";
import { aidRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const permission = "manager of the organization" as const;
const tags = ["projects"];
const cents = z.number().int().openapi({ description: "In euro cents" });
const rate = z
  .number()
  .int()
  .min(10_000)
  .max(1_000_000)
  .openapi({ description: "Ten-thousandths of a krone for one euro, on the day it was granted" });

const ledgerSchema = pageOf(
  z.object({
    id: z.uuid(),
    organizationNumber: z.string(),
    name: z.string(),
    granter: z.string(),
    grantedOn: dayField,
    basis: z.enum(["de_minimis", "other"]),
    amountOre: ore.openapi({ description: "Negative in a correction" }),
    kronerPerEuroX10000: rate,
    amountEuroCents: cents,
    correctsId: z.uuid().nullable(),
    correctedById: z.uuid().nullable(),
    reason: z.string().nullable(),
  }),
)
  .extend({
    undertakings: z.array(
      z.object({
        organizationNumber: z.string(),
        name: z.string(),
        usedEuroCents: cents.openapi({ description: "De minimis aid of the three years up to today" }),
        leftEuroCents: cents,
        passedOn: dayField.nullable().openapi({ description: "The first day the limit was passed" }),
      }),
    ),
    limit: z.object({
      limitEuroCents: cents,
      years: z.number().int(),
      source: z.string(),
      sourceOn: dayField,
      url: z.string(),
      from: dayField,
      until: dayField,
    }),
  })
  .openapi("StateAidLedger");

export const readStateAid = route({
  method: "get",
  path: "/organizations/{id}/state-aid",
  tags,
  summary: "The state-aid ledger an organization keeps",
  description:
    "Awards by organization number, the last first, and how each undertaking stands under the de minimis limit over three years.",
  permission,
  refusals: known,
  request: { params, query: pageQuery },
  responses: { 200: json(ledgerSchema, "A page of the ledger") },
});

export const addAid = route({
  method: "post",
  path: "/organizations/{id}/state-aid",
  tags,
  summary: "Write down aid an undertaking was given",
  description: "Refused with the sum when it passes the limit, unless `passesLimit` says that this is known.",
  permission,
  refusals: [...known, aidRefusals.passesLimit, aidRefusals.wrongNumber],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        organizationNumber: nameField(30),
        name: nameField(160),
        granter: nameField(160),
        grantedOn: dayField,
        basis: z.enum(["de_minimis", "other"]),
        amountOre: z.number().int().min(1).max(1_000_000_000_000),
        kronerPerEuroX10000: rate,
        passesLimit: z.boolean().optional(),
      }),
    ),
  },
  responses: { 201: json(ledgerSchema, "The ledger") },
});

export const correctAid = route({
  method: "put",
  path: "/state-aid/{id}/correction",
  tags,
  summary: "Take an award of aid back",
  description: "By a new row with the opposite amount. What was written stays.",
  permission,
  refusals: [...known, aidRefusals.alreadyCorrected],
  request: { params: z.object({ id: idField }), body: jsonBody(z.strictObject({ reason: nameField(300) })) },
  responses: { 200: json(ledgerSchema, "The ledger") },
});
