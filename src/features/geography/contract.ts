import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField } from "../../platform/http/fields.ts";
import { json, route } from "../../platform/http/route.ts";

const validity = {
  validFrom: z.string().openapi({ format: "date", example: "2024-01-01" }),
  validTo: z
    .string()
    .nullable()
    .openapi({ format: "date", example: null, description: "The first day it no longer holds; null while it does" }),
};
const firstKnownDay = "2013-01-01";
const onTheDay = dayField
  .refine((day) => day >= firstKnownDay, { params: { form: "not_before", earliest: firstKnownDay } })
  .optional()
  .openapi({ description: `Borders and names of this day; today when left out. Known from ${firstKnownDay} on` });

export const municipality = z
  .object({
    number: z.string().openapi({ example: "5001", description: "Four digits; means something only together with a date" }),
    name: z.string().openapi({ example: "Trondheim - Tråante", description: "All official names" }),
    nameNo: z.string().openapi({ example: "Trondheim", description: "The short Norwegian name" }),
    countyNumber: z.string().openapi({ example: "50" }),
    ...validity,
    label: z
      .object({ latitude: z.number(), longitude: z.number() })
      .nullable()
      .openapi({ description: "A point on its land; null where the borders were others than those of 2024. © Kartverket, CC BY 4.0" }),
  })
  .openapi("Municipality");

export const county = z
  .object({
    number: z.string().openapi({ example: "50", description: "Two digits" }),
    name: z.string().openapi({ example: "Trøndelag - Trööndelage", description: "All official names" }),
    nameNo: z.string().openapi({ example: "Trøndelag" }),
    validFrom: validity.validFrom
      .nullable()
      .openapi({ description: "Since when it has this name; null when longer than the records go back" }),
    validTo: validity.validTo,
  })
  .openapi("County");

/** Municipalities of a day by name or number. */
export const findMunicipalities = route({
  method: "get",
  path: "/municipalities",
  tags: ["geography"],
  summary: "Find a municipality",
  description:
    "Municipalities of a day whose names hold the text, or whose number begins with it: first names that begin with it, then names with a word that does, then the others, each in Norwegian order. Å, aa and a are taken for one, as are ø and o, and the letters of the Sámi languages and their plain forms. Source: Statistics Norway (Kilde: Statistisk sentralbyrå), CC BY 4.0.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({
      q: z.string().max(100).default("").openapi({ example: "aalesund", description: "Part of a name, or the first digits of a number" }),
      county: z
        .string()
        .regex(/^\d{2}$/)
        .optional()
        .openapi({ example: "50", description: "Only those of this county" }),
      date: onTheDay,
    }),
  },
  responses: { 200: json(pageOf(municipality), "A page of municipalities") },
});

/** The counties of a day. */
export const findCounties = route({
  method: "get",
  path: "/counties",
  tags: ["geography"],
  summary: "List the counties",
  description: "All counties of a day, in Norwegian order, on one page.",
  permission: "everyone",
  request: { query: z.object({ date: onTheDay }) },
  responses: { 200: json(pageOf(county), "The counties") },
});
