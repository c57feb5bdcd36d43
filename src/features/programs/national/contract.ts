import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { dayField, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";

const tags = ["programs"];
const known = [accessRefusals.signIn, accessRefusals.notHere];
const which = {
  legalForm: z
    .string()
    .regex(/^[A-ZÆØÅ]{2,4}$/)
    .openapi({ example: "AS" }),
  cohort: z.coerce.number().int().min(1900).max(2100).openapi({ example: 2018, description: "Founded in this year" }),
  horizonYears: z.coerce.number().int().min(1).max(40).openapi({ example: 5 }),
};
const list = json(
  z.object({
    items: z.array(
      z
        .object({
          legalForm: z.string(),
          cohort: z.number().int(),
          horizonYears: z.number().int(),
          share: z.number(),
          source: z.string(),
          sourceUrl: z.string().nullable(),
          sourceOn: dayField.openapi({ description: "The day the figure was given or read" }),
        })
        .openapi("NationalSurvival"),
    ),
    abilities: z.object({ edit: z.boolean() }),
  }),
  "The figures",
);

export const listNational = route({
  method: "get",
  path: "/national-survival",
  tags,
  summary: "How many firms are at work after some years, in the whole country",
  description: "By legal form, founding year and horizon, each with its source. The curves of programs stand beside them.",
  permission: "everyone",
  responses: { 200: list },
});

export const writeNational = route({
  method: "post",
  path: "/national-survival",
  tags,
  summary: "Write down or correct a figure of the country",
  description: "One for each legal form, founding year and horizon: written again, it takes the place of the one before.",
  permission: "operator",
  refusals: known,
  request: {
    body: jsonBody(
      z.strictObject({
        legalForm: which.legalForm,
        cohort: z.number().int().min(1900).max(2100),
        horizonYears: z.number().int().min(1).max(40),
        percent: z.number().min(0).max(100).openapi({ example: 55 }),
        source: nameField(300),
        sourceUrl: z.httpUrl().max(500).nullable().default(null),
        sourceOn: dayField,
      }),
    ),
  },
  responses: { 201: list },
});

export const removeNational = route({
  method: "delete",
  path: "/national-survival/{legalForm}/{cohort}/{horizonYears}",
  tags,
  summary: "Take a figure of the country away",
  permission: "operator",
  refusals: known,
  request: { params: z.object(which) },
  responses: { 204: { description: "Gone" } },
});
