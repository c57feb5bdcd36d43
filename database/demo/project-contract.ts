import { z } from "zod";
import { costKinds, financingKinds, sides } from "../../src/features/projects/budget/balance.ts";
import { day, email, slug } from "./contract.ts";

const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });
const kroner = z.number().positive();

const project = z.strictObject({
  slug,
  organization: slug,
  titles: texts,
  descriptions: texts,
  lead: email,
  percent: z.number().int(),
  focusAreas: z.array(z.string()),
  from: day,
  to: day,
  partners: z.array(z.strictObject({ organization: slug.optional(), name: z.string().optional(), role: z.string() })),
  events: z.array(slug),
  packages: z.array(z.strictObject({ title: z.string(), summary: z.string() })),
  milestones: z.array(
    z.strictObject({
      /** The place of its work package, from 0. */
      package: z.number().int(),
      title: z.string(),
      planned: day,
      forecast: day.optional(),
      done: day.optional(),
      evidence: z.string().optional(),
    }),
  ),
  funding: z.strictObject({
    funder: z.string(),
    decided: day,
    reference: z.string(),
    kroner,
    conditions: z.string(),
    /** Whose rules and tranches are copied. */
    example: z.string(),
    /** The days its first tranches came, or are expected when they lie ahead. */
    tranches: z.array(day),
    deadlines: z.array(z.strictObject({ kind: z.string(), due: day, done: day.optional() })),
  }),
  budget: z.array(
    z.strictObject({
      side: z.enum(sides),
      kind: z.enum([...costKinds, ...financingKinds]),
      text: z.string(),
      kroner,
      isInKind: z.literal(true).optional(),
      /** The text of the line that pays. */
      paidBy: z.string().optional(),
    }),
  ),
  hours: z.array(
    z.strictObject({
      person: email,
      line: z.string(),
      /** Kroner by the hour, or a yearly salary under the funder's rule. */
      rate: kroner.optional(),
      salary: kroner.optional(),
      /** Every working day from the first to the last. */
      minutes: z.number().int().positive(),
      from: day,
      until: day,
      /** Approved up to this day, by another. */
      approvedUntil: day,
      approvedBy: email,
    }),
  ),
  expenses: z.array(z.strictObject({ line: z.string(), day, text: z.string(), supplier: z.string().optional(), kroner })),
  report: z.strictObject({ from: day, to: day, narrative: z.string() }).optional(),
});

export const projects = z.strictObject({
  projects: z.array(project),
  aid: z.array(
    z.strictObject({ keeper: slug, organization: slug, granter: z.string(), granted: day, kroner, rate: z.number().positive() }),
  ),
});
