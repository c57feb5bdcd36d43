import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { topics, units } from "./metric.ts";
import { partings } from "./parting.ts";
import { metricRefusals } from "./refusals.ts";
import { rowOrders } from "./row-order.ts";

const params = z.object({ id: idOrSlug.openapi({ example: "members-end" }) });
const organization = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

const metricSchema = z
  .object({
    id: z.string(),
    version: z.number().int().openapi({ description: "Of the definition; every year is counted by the latest" }),
    topic: z.enum(topics),
    name: z.string(),
    definition: z.string(),
    population: z.string().openapi({ description: "What it is counted among" }),
    unit: z.enum(units),
    kind: z.enum(["sum", "ratio"]).openapi({ description: "The sum of the rows' amounts, or of those by what they are parts of" }),
  })
  .openapi("Metric");

/** What a figure is asked for with. */
export const figureQuery = z.object({
  organization: idOrSlug.optional().openapi({ description: "Whose figure; or an area" }),
  area: idOrSlug.optional().openapi({
    example: "county-32",
    description: "A county (`county-` and its number) or a named region (`romerike`): whatever was done there, whoever did it",
  }),
  from: dayField.optional().openapi({ description: "The first day; the start of the year when left out" }),
  to: dayField.optional().openapi({ description: "The first day after; tomorrow when left out" }),
  borders: dayField.optional().openapi({ description: "The day whose borders places are counted under; today when left out" }),
});

const part = {
  by: z.enum(partings).optional().openapi({ description: "What the figure is divided by" }),
  key: z.string().max(80).optional().openapi({ description: "With `by`: only the rows of this part" }),
};

const value = z.number().nullable().openapi({ description: "null: nothing is known, or there is nothing to divide by" });
const sources = z.array(z.object({ source: z.string(), n: z.number().int() }));
const fact = { n: z.number().int(), missing: z.number().int().openapi({ description: "Rows without an amount" }) };

const figure = z
  .object({
    ...metricSchema.shape,
    organization: organization.nullable(),
    area: z
      .object({
        key: z.string(),
        name: z.string(),
        unclear: z
          .number()
          .int()
          .openapi({ description: "Places that may lie in it, or not: nothing settles it, and they are not counted" }),
      })
      .nullable(),
    from: dayField,
    to: dayField,
    borders: dayField,
    value,
    values: z
      .array(
        z.object({
          key: z.string(),
          label: z.string(),
          value,
          n: z.number().int().nullable(),
          missing: z.number().int(),
          isHeldBack: z.boolean().openapi({ description: "Fewer than five people whom you may not see" }),
          rowsUrl: z.string(),
        }),
      )
      .optional(),
    compared: z.object({ from: dayField, to: dayField, value }).optional(),
    ...fact,
    hidden: z.number().int().openapi({ description: "Rows you may not see; they are counted" }),
    sources,
    computedAt: z.string(),
    rowsUrl: z.string(),
  })
  .openapi("Figure");

const row = z
  .object({
    key: z.string(),
    label: z.string(),
    path: z.string().nullable().openapi({ description: "Of its page, after the language" }),
    day: dayField,
    organization: z.string().nullable(),
    municipalityNumber: z.string().nullable(),
    amount: z.number().nullable().openapi({ description: "null: missing" }),
    ofAmount: z.number().nullable().openapi({ description: "Of a ratio: what the amount is a part of" }),
    source: z.string(),
  })
  .openapi("FigureRow");

const refusals = [
  accessRefusals.signIn,
  accessRefusals.notHere,
  metricRefusals.emptyWindow,
  metricRefusals.tooLong,
  metricRefusals.bordersUnknown,
  metricRefusals.areaUnknown,
  metricRefusals.oneSubject,
];
const whoever =
  "Public figures are for everybody, others for the manager of the organization or the coordinator of the network; of an area, for those who run the public body that answers for it.";

export const listMetrics = route({
  method: "get",
  path: "/metrics",
  tags: ["metrics"],
  summary: "What is counted, and how each number is defined",
  description: "With `organization` or `area`, those of its figures you may read.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, metricRefusals.oneSubject],
  request: { query: z.object({ organization: idOrSlug.optional(), area: idOrSlug.optional() }) },
  responses: { 200: json(z.object({ items: z.array(metricSchema.extend({ isPublic: z.boolean() })) }), "Every metric") },
});

export const readMetric = route({
  method: "get",
  path: "/metrics/{id}",
  tags: ["metrics"],
  summary: "Count a figure",
  description: `With its definition, its rows' sources, what is missing, and beside another period with \`compareFrom\` and \`compareTo\`. ${whoever}`,
  permission: "everyone",
  refusals,
  request: {
    params,
    query: figureQuery.extend({ by: part.by, compareFrom: dayField.optional(), compareTo: dayField.optional() }),
  },
  responses: { 200: json(figure, "The figure") },
});

export const orderField = z
  .enum(rowOrders)
  .default("day")
  .openapi({ description: "By day, or by amount with the largest or the smallest first; missing amounts come last" });

/** What the rows of a figure, and their file, can be narrowed by. */
export const rowsQuery = figureQuery.extend(part);

export const readMetricRows = route({
  method: "get",
  path: "/metrics/{id}/rows",
  tags: ["metrics"],
  summary: "The rows behind a figure",
  description: `Those you may see; \`n\` counts all of them, \`hidden\` those you may not see. ${whoever}`,
  permission: "everyone",
  refusals,
  request: { params, query: pageQuery.extend({ ...rowsQuery.shape, order: orderField }) },
  responses: {
    200: json(pageOf(row).extend({ n: z.number().int(), hidden: z.number().int() }), "A page of rows"),
  },
});

const areasShape = z.object({
  items: z.array(z.object({ key: z.string(), name: z.string() })),
  abilities: z.object({ setCounty: z.boolean(), drawRegions: z.boolean() }),
});

export const listAreas = route({
  method: "get",
  path: "/organizations/{id}/areas",
  tags: ["metrics"],
  summary: "The areas an organization has figures of",
  description:
    "Of a county's or a municipality's own body: its county, and the named regions that lie whole in it. And the regions an organization has drawn itself.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }) },
  responses: { 200: json(areasShape, "The areas") },
});

export const setCounty = route({
  method: "put",
  path: "/organizations/{id}/county",
  tags: ["metrics"],
  summary: "Say which county a public body answers for",
  description: "Where that is not the one its office lies in. null: the one it lies in.",
  permission: "operator",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, metricRefusals.areaUnknown],
  request: {
    params: z.object({ id: idOrSlug }),
    body: jsonBody(
      z.strictObject({
        county: z
          .string()
          .regex(/^\d\d$/)
          .nullable()
          .openapi({ example: "32" }),
      }),
    ),
  },
  responses: { 200: json(areasShape, "The areas it now answers for") },
});
