import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, neededTextsField, textsField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { clocks, comparisonShape, mergerViews, survivalShape, targetShape } from "../programs/index.ts";
import { orderField } from "./metrics/contract.ts";
import { topics, units } from "./metrics/metric.ts";
import { metricRefusals } from "./metrics/refusals.ts";
import { reportRefusals } from "./refusals.ts";
import { drawnBy, mostParts } from "./report.ts";
import { storyRefusals } from "./stories/refusals.ts";
import { toldStory } from "./stories/shapes.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const titleField = neededTextsField(120);
const metricId = idOrSlug.openapi({ example: "members-end" });
const value = z.number().nullable();

const ofProgram = {
  program: idOrSlug.openapi({ example: "business-lillestrom", description: "Of the organization, or of a member of it" }),
};
const curveAsked = { clock: z.enum(clocks), merged: z.enum(mergerViews) };

const partSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("figures"), metrics: z.array(metricId).min(1).max(12) }),
  z.object({ kind: z.literal("figure"), metric: metricId, by: z.enum(drawnBy), headings: texts, texts }),
  z.object({ kind: z.literal("goal"), metric: metricId, amount: z.number(), headings: texts, texts }),
  z.object({ kind: z.literal("text"), headings: texts, texts }),
  z.object({ kind: z.literal("map"), metric: metricId, headings: texts, texts }),
  z.object({ kind: z.literal("survival"), ...ofProgram, ...curveAsked, headings: texts, texts }),
  z.object({ kind: z.literal("targets"), ...ofProgram, headings: texts, texts }),
  z.object({ kind: z.literal("story"), story: z.uuid() }),
]);

const words = { headings: textsField(120).default({}), texts: textsField(8_000).default({}) };
const partGiven = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("figures"), metrics: z.array(metricId).min(1).max(12) }),
  z.strictObject({ kind: z.literal("figure"), metric: metricId, by: z.enum(drawnBy), ...words }),
  z.strictObject({
    ...{ kind: z.literal("goal"), metric: metricId },
    amount: z.number().positive().max(1e12).openapi({ description: "What is to be reached; 0.75 of a share is 75 %" }),
    ...words,
  }),
  z.strictObject({ kind: z.literal("text"), ...words }),
  z.strictObject({ kind: z.literal("map"), metric: metricId, ...words }),
  z.strictObject({
    ...{
      kind: z.literal("survival"),
      ...ofProgram,
      clock: curveAsked.clock.default("intake"),
      merged: curveAsked.merged.default("censored"),
    },
    ...words,
  }),
  z.strictObject({ kind: z.literal("targets"), ...ofProgram, ...words }),
  z.strictObject({ kind: z.literal("story"), story: idField }),
]);

const named = z.object({ slug: z.string(), names: texts });

const figureSchema = z
  .object({
    metric: z.string(),
    version: z.number().int(),
    topic: z.enum(topics),
    unit: z.enum(units),
    kind: z.enum(["sum", "ratio"]),
    texts: z.record(z.enum(["nb", "nn", "en"]), z.object({ name: z.string(), definition: z.string(), population: z.string() })),
    value,
    compared: z.object({
      from: dayField,
      to: dayField,
      value,
      restatedFrom: z
        .object({ value, version: z.number().int() })
        .nullable()
        .openapi({ description: "What the report of that period said, when the definition has changed since" }),
    }),
    n: z.number().int(),
    missing: z.number().int(),
    sources: z.array(z.object({ source: z.string(), n: z.number().int() })),
    by: z.enum(drawnBy).nullable(),
    values: z.array(z.object({ key: z.string(), label: z.string(), value, n: z.number().int().nullable(), isHeldBack: z.boolean() })),
    computedAt: z.string(),
  })
  .openapi("ReportFigure");

const line = {
  id: z.uuid(),
  slug: z.string(),
  organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  area: z.string().nullable().openapi({ description: "The area it is about; null: it is about the organization" }),
  titles: texts,
  from: dayField,
  to: dayField,
  publishedAt: z.string().nullable(),
};

const edition = z.object({ slug: z.string(), publishedAt: z.string().nullable(), reason: z.string() }).openapi("ReportEdition");

export const reportSchema = z
  .object({
    ...line,
    areaName: z.string().nullable(),
    leads: texts,
    borders: dayField,
    parts: z.array(partSchema),
    figures: z.array(figureSchema),
    survivals: z.array(
      survivalShape.omit({ definition: true }).extend({ program: named, definitions: texts, comparison: comparisonShape.nullable() }),
    ),
    targets: z.array(z.object({ program: named, targets: z.array(targetShape) })),
    stories: z.array(toldStory),
    places: z.array(z.object({ number: z.string(), latitude: z.number(), longitude: z.number() })).openapi({
      description: "A point on the land of each municipality under the borders, where the report has a map. © Kartverket, CC BY 4.0",
    }),
    programs: z.array(named).openapi({ description: "Those it may show; empty unless it may be changed" }),
    before: z
      .object({ slug: z.string() })
      .nullable()
      .openapi({ description: "The published report of the year before; null where there is none" }),
    corrects: edition.nullable().openapi({ description: "The published report this edition takes the place of, and why" }),
    correctedBy: edition.nullable().openapi({ description: "The edition that takes its place; a draft only for those who write it" }),
    checksum: z.string().nullable().openapi({
      description:
        "SHA-256 of `{titles,leads,area,from,to,borders,parts,figures}`, `area` of a report about one, and where there are any `survivals` and `targets`, and `stories` as `{id,checksum}` each, as JSON without spaces and with the keys of every object in order; null for a draft",
    }),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean(), publish: z.boolean(), correct: z.boolean() }),
  })
  .openapi("Report");

export const listReports = route({
  method: "get",
  path: "/organizations/{id}/reports",
  tags: ["reports"],
  summary: "Reports of an organization",
  description: "The latest period first. Drafts are there for those who write them.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params, query: pageQuery },
  responses: { 200: json(pageOf(z.object(line)).extend({ abilities: z.object({ create: z.boolean() }) }), "A page of reports") },
});

export const createReport = route({
  method: "post",
  path: "/organizations/{id}/reports",
  tags: ["reports"],
  summary: "Begin a report of a period",
  description: "It begins with the figures the organization has, beside those of the year before.",
  permission: "manager of the organization",
  refusals: [...known, reportRefusals.notTheirArea, metricRefusals.emptyWindow, metricRefusals.tooLong, metricRefusals.bordersUnknown],
  request: {
    params,
    body: jsonBody(
      z.strictObject({ title: titleField, from: dayField, to: dayField, borders: dayField.optional(), area: idOrSlug.optional() }),
    ),
  },
  responses: { 201: json(reportSchema, "The report") },
});

export const readReport = route({
  method: "get",
  path: "/reports/{id}",
  tags: ["reports"],
  summary: "Read a report",
  description:
    "A published one as it was frozen; a draft with its figures as they are now. `Accept`: application/json, text/csv, application/pdf, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, or text/html, which leads to its page. The same are at `.json`, `.csv`, `.pdf` and `.xlsx`.",
  permission: "everyone",
  refusals: known,
  request: { params },
  responses: { 200: json(reportSchema, "The report") },
});

export const changeReport = route({
  method: "patch",
  path: "/reports/{id}",
  tags: ["reports"],
  summary: "Change a draft of a report",
  description: "What is left out stays. A text names a figure as `{members-end}`; the number is written there when it is read.",
  permission: "manager of the organization",
  refusals: [...known, reportRefusals.published, reportRefusals.unknownFigure, reportRefusals.unknownProgram, storyRefusals.notHere],
  request: {
    params,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        title: titleField.optional(),
        lead: textsField(1_000).optional(),
        borders: dayField.optional(),
        parts: z.array(partGiven).max(mostParts).optional(),
      }),
    ),
  },
  responses: { 200: json(reportSchema, "The report") },
});

export const dropReport = route({
  method: "delete",
  path: "/reports/{id}",
  tags: ["reports"],
  summary: "Take a draft of a report away",
  permission: "manager of the organization",
  refusals: [...known, reportRefusals.published],
  request: { params },
  responses: { 204: { description: "Gone" } },
});

export const publishReport = route({
  method: "put",
  path: "/reports/{id}/publication",
  tags: ["reports"],
  summary: "Publish a report",
  description:
    "Freezes its figures with their rows. The names of people are not kept. A story needs the consent of those it shows or quotes, and words for what its photo shows.",
  permission: "manager of the organization",
  refusals: [
    ...known,
    reportRefusals.published,
    reportRefusals.unknownFigure,
    reportRefusals.periodNotOver,
    storyRefusals.peopleNotSaid,
    storyRefusals.altMissing,
    storyRefusals.consentMissing,
  ],
  request: { params, headers: ifMatchHeader },
  responses: { 200: json(reportSchema, "The report") },
});

export const correctReport = route({
  method: "post",
  path: "/reports/{id}/editions",
  tags: ["reports"],
  summary: "Begin a corrected edition of a published report",
  description:
    "A draft with the same words, parts and period, and figures as they are now. The published one stays as it is; when the edition is published too, each says that there is the other, and why.",
  permission: "manager of the organization",
  refusals: [...known, reportRefusals.notPublished, reportRefusals.correctedAlready],
  request: { params, body: jsonBody(z.strictObject({ reason: nameField(500) })) },
  responses: { 201: json(reportSchema, "The draft") },
});

const keptRow = z
  .object({
    number: z.number().int(),
    label: z.string().nullable().openapi({ description: "null: a person, whose name is not kept" }),
    path: z.string().nullable(),
    municipalityNumber: z.string().nullable(),
    day: dayField,
    amount: value,
    ofAmount: value,
    source: z.string(),
  })
  .openapi("ReportRow");

const keptCurveRow = z
  .object({
    number: z.number().int(),
    label: z.string(),
    path: z.string(),
    intakeOn: dayField,
    entry: z.number().openapi({ description: "Years on the clock when it was first followed; above 0 is delayed entry" }),
    exit: z.number().openapi({ description: "Years on the clock when it ended, or was last known" }),
    isEnd: z.boolean(),
    outcome: z.string(),
  })
  .openapi("ReportCurveRow");

export const readCurveRows = route({
  method: "get",
  path: "/reports/{id}/curves/{curve}/rows",
  tags: ["reports"],
  summary: "The startups behind a survival curve of a published report",
  description:
    "`curve` is its place in `survivals`, from 1. Those you may see; `n` counts all of them, `hidden` those you may not see. The curve can be worked out of them anew.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: params.extend({ curve: z.coerce.number().int().min(1).max(mostParts) }), query: pageQuery },
  responses: {
    200: json(
      pageOf(keptCurveRow).extend({
        n: z.number().int(),
        hidden: z.number().int(),
        isKept: z.boolean().openapi({ description: "false: the report was published before startups were kept" }),
      }),
      "A page of startups",
    ),
  },
});

export const readReportRows = route({
  method: "get",
  path: "/reports/{id}/figures/{metric}/rows",
  tags: ["reports"],
  summary: "The rows a published figure was counted from",
  description: "Those you may see; `n` counts all of them, `hidden` those you may not see.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: params.extend({ metric: metricId }), query: pageQuery.extend({ order: orderField }) },
  responses: { 200: json(pageOf(keptRow).extend({ n: z.number().int(), hidden: z.number().int() }), "A page of rows") },
});
