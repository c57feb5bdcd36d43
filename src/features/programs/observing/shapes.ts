import { z } from "@hono/zod-openapi";
import { dayField, idField } from "../../../platform/http/fields.ts";
import { statuses } from "../enrolling/outcome.ts";
import { interval } from "../shapes.ts";

export const sources = ["self", "register", "adviser"] as const;
export type Source = (typeof sources)[number];

const day = z.string().openapi({ format: "date", example: "2026-11-24" });
const kroner = z.number().int().min(0).max(1e13);
const jobs = z.number().min(0).max(1_000_000);
const heads = z.number().int().min(0).max(1_000_000);

export const observation = z
  .object({
    id: idField,
    date: day,
    jobsFte: interval.nullable(),
    jobsHeads: interval.nullable(),
    turnover: z.number().nullable().openapi({ description: "Whole kroner" }),
    capitalRaised: z.number().nullable().openapi({ description: "Whole kroner" }),
    source: z.enum(sources),
    status: z.enum(statuses),
  })
  .openapi("Observation");

/** What is written of a startup on a day; jobs as a number, or as the lowest and the highest it can be. */
export const told = {
  date: dayField,
  jobsFte: z.union([jobs, z.strictObject({ least: jobs, most: jobs })]).nullish(),
  jobsHeads: z.union([heads, z.strictObject({ least: heads, most: heads })]).nullish(),
  turnover: kroner.nullish().openapi({ description: "Whole kroner in the last twelve months or the last year of accounts" }),
  capitalRaised: kroner.nullish().openapi({ description: "Whole kroner since the last observation" }),
  status: z.enum(statuses).default("active"),
};

export type Told = z.infer<z.ZodObject<typeof told>>;
