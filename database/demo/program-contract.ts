import { z } from "zod";
import { programKinds, targetMeasures } from "../../src/features/programs/program.ts";
import { day, email, slug, texts } from "./contract.ts";

const municipality = z.string().regex(/^\d{4}$/);

const program = z.strictObject({
  slug,
  organization: slug,
  name: texts,
  kind: z.enum(programKinds),
  region: z.strictObject({ name: z.string(), municipalities: z.array(municipality).min(1), recordedOn: z.iso.date() }).optional(),
  startups: z.number().int().min(1),
  /** The day the numbers are of; today when left out. After it so many came in a year, and nothing of before it changes. */
  countedOn: z.iso.date().optional(),
  intakesAYear: z.number().int().optional(),
  /** The first day somebody came in, or how many years back that was. */
  firstIntake: z.iso.date().optional(),
  yearsBack: z.number().int().optional(),
  /** The share that is in business so many years after intake, which is made to come out of the rows. */
  survival: z.strictObject({ years: z.number().int(), share: z.number() }),
  /** People employed that day in those that said how many they are. */
  heads: z.number().int(),
  insideShare: z.number().min(0).max(1),
  /** Where the others are; a municipality that stands twice has twice as many. */
  outside: z.array(municipality).min(1),
  observesEveryYear: z.boolean(),
  /** How many nobody knows of, and how many went into another company. */
  unknown: z.number().int(),
  within: z.number().int(),
  cohortYears: z.number().int().min(1),
  /** One target after the other, each for so many years. */
  target: z
    .strictObject({ name: texts, measure: z.enum(targetMeasures), amount: z.number().int(), from: z.iso.date(), years: z.number().int() })
    .optional(),
  advisers: z.array(email).min(1),
  /** One startup that is told of. */
  told: z
    .strictObject({
      founder: email,
      name: z.string(),
      milestones: z.array(z.strictObject({ title: z.string(), due: day, reached: day.optional(), evidence: z.string().optional() })),
      notes: z.array(z.strictObject({ day, text: z.string(), isShared: z.boolean() })),
    })
    .optional(),
});

export const programs = z.array(program);
export type PlannedProgram = z.infer<typeof program>;
