import { z } from "@hono/zod-openapi";
import { dayField, idField, nameField, neededTextsField } from "../../platform/http/fields.ts";
import { programKinds, targetMeasures } from "./program.ts";
import { clocks, mergerViews } from "./survival/follow-up.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const day = z.string().openapi({ format: "date", example: "2026-11-24" });
const share = z.number().openapi({ example: 0.73, description: "Between 0 and 1" });
export const slugField = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .openapi({ example: "business-lillestrom" });

/** Lowest and highest, both included; the same where the number is known exactly. */
export const interval = z.object({ least: z.number(), most: z.number() }).openapi("Interval");

export const region = z.strictObject({
  name: nameField(100).nullable().default(null),
  municipalities: z
    .array(z.string().regex(/^\d{4}$/))
    .min(1)
    .max(400)
    .openapi({ example: ["3030"] }),
  recordedOn: dayField.openapi({ description: "The day whose borders the numbers belong to" }),
});

const organization = z.object({ id: idField, slug: z.string(), name: z.string() });

export const program = z
  .object({
    id: idField,
    slug: slugField,
    name: texts,
    kind: z.enum(programKinds),
    organization,
    region: z.object({ name: z.string().nullable(), municipalities: z.array(z.string()), recordedOn: day }).nullable(),
    version: z.number().int(),
    abilities: z.object({ run: z.boolean(), advise: z.boolean() }),
  })
  .openapi("Program");

export const target = z.object({
  id: idField,
  name: texts,
  measure: z.enum(targetMeasures),
  amount: z.number().int(),
  from: day,
  until: day,
  reached: interval.openapi({ description: "What has come since the first day, until today or the last day" }),
});

export const wholeProgram = program
  .extend({
    cohorts: z.array(z.object({ id: idField, name: z.string(), from: day, until: day, startups: z.number().int() })),
    targets: z.array(target),
    startups: z
      .object({ ever: z.number().int(), running: z.number().int(), unknown: z.number().int(), ended: z.number().int() })
      .openapi({ description: "`ended`: out of business, or within another firm" }),
    firstIntake: day.nullable(),
  })
  .openapi("WholeProgram");

export const newProgram = z.strictObject({
  slug: slugField,
  name: neededTextsField(200),
  organization: z.string().min(1).max(80).openapi({ example: "kunnskapsbyen-lillestrom", description: "Id or slug" }),
  kind: z.enum(programKinds),
  region: region.optional(),
});

export const changedProgram = z.strictObject({
  name: neededTextsField(200).optional(),
  kind: z.enum(programKinds).optional(),
  region: region.nullable().optional(),
});

export const newCohort = z.strictObject({ name: nameField(100), from: dayField, until: dayField });

export const newTarget = z.strictObject({
  name: neededTextsField(200),
  measure: z.enum(targetMeasures),
  amount: z.number().int().min(1).max(1_000_000),
  from: dayField,
  until: dayField,
});

const steps = {
  times: z.array(z.number()).openapi({ description: "Years (365.25 days) at which any ended; before the first, survival is 1" }),
  survival: z.array(z.number()),
  lower: z.array(z.number().nullable()),
  upper: z.array(z.number().nullable()),
  atRisk: z.array(z.number().int()),
};

const horizon = z.object({
  years: z.number().int(),
  survival: share,
  lower: share.nullable(),
  upper: share.nullable(),
  atRisk: z.number().int(),
  allUnknownFailed: share,
  allUnknownSurvived: share,
});

const curve = z.object({ times: z.array(z.number()), survival: z.array(z.number()) });

export const survival = z
  .object({
    ...steps,
    n: z.number().int(),
    ended: z.number().int(),
    unknown: z.number().int(),
    missing: z.number().int().openapi({ description: "Left out: their founding day is not known, or they were never seen again" }),
    clock: z.enum(clocks),
    merged: z.enum(mergerViews),
    isSuppressed: z.boolean().openapi({ description: "Fewer than ten: nothing is estimated" }),
    fewFrom: z
      .number()
      .nullable()
      .openapi({ description: "From this time on fewer than ten are at risk. Only those who work with the program see what comes after" }),
    horizons: z.array(horizon).openapi({ description: "After each whole year at which ten are at risk" }),
    bounds: z.object({ allUnknownFailed: curve, allUnknownSurvived: curve }),
    reference: z.array(
      z.object({
        legalForm: z.string().openapi({ example: "AS" }),
        cohort: z.number().int().openapi({ example: 2018, description: "Founded in this year" }),
        horizonYears: z.number().int(),
        share,
        source: z.string(),
        sourceUrl: z.url().nullable(),
        sourceOn: z
          .string()
          .optional()
          .openapi({ format: "date", description: "The day the figure was given or read; left out in reports from before it was kept" }),
        n: z.number().int().openapi({ description: "Of the program, of this form" }),
        here: horizon
          .nullable()
          .openapi({ description: "Of the program, of this form, after as many years; null where there are too few" }),
      }),
    ),
    definition: z.string(),
    computedAt: z.string(),
  })
  .openapi("Survival");

export const comparison = z
  .object({
    first: z.object({ id: idField, name: z.string(), n: z.number().int() }),
    second: z.object({ id: idField, name: z.string(), n: z.number().int() }),
    logRank: z
      .object({ observed: z.number(), expected: z.number(), variance: z.number(), chiSquare: z.number(), p: z.number() })
      .nullable()
      .openapi({ description: "Ends of the first, seen and expected. Null when one of them has fewer than ten, or nothing ended" }),
  })
  .openapi("SurvivalComparison");

const jobTotal = z.object({
  net: interval.openapi({ description: "There on the day" }),
  created: interval.openapi({ description: "Ever come" }),
  lost: interval.openapi({ description: "Ever gone" }),
  baseline: interval.openapi({ description: "There at intake" }),
  missing: z.number().int().openapi({ description: "Startups whose jobs were never told" }),
  missingBaseline: z
    .number()
    .int()
    .openapi({ description: "Startups whose jobs at intake are not known; they are taken to have been none" }),
});
const partOfJobs = { startups: z.number().int(), fte: interval, heads: interval };
const insideRegion = z.object({ jobs: interval, share: interval.nullable() });

export const survivalRow = z
  .object({
    number: z.number().int(),
    name: z.string(),
    path: z.string(),
    intakeOn: day,
    entry: z.number().openapi({ description: "Years on the clock when it was first followed; above 0 is delayed entry" }),
    exit: z.number().openapi({ description: "Years on the clock when it ended, or was last known" }),
    isEnd: z.boolean(),
    outcome: z.string(),
  })
  .openapi("SurvivalRow");

export const jobs = z
  .object({
    asOf: day,
    borders: day,
    n: z.number().int().openapi({ description: "Startups, each once however many programs it is in" }),
    fte: jobTotal,
    heads: jobTotal,
    byMunicipality: z.array(z.object({ number: z.string(), name: z.string(), ...partOfJobs })),
    elsewhere: z
      .object(partOfJobs)
      .nullable()
      .openapi({ description: "Municipalities with fewer than five, together, to those who may not open the rows" }),
    ambiguous: z.object(partOfJobs).openapi({ description: "Nobody can say under these borders where they lie" }),
    ambiguousAmong: z
      .array(z.object({ numbers: z.array(z.string()), names: z.array(z.string()), ...partOfJobs }))
      .openapi({ description: "The ambiguous by the municipalities they may lie in, for those who may open the rows" }),
    unplaced: z.object(partOfJobs).openapi({ description: "Their municipality is not known" }),
    region: z.object({ name: z.string().nullable(), fte: insideRegion, heads: insideRegion }).nullable(),
    definition: z.string(),
    computedAt: z.string(),
  })
  .openapi("ProgramJobs");
