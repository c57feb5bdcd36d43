import { z } from "zod";
import { newCriterion, question, rule, sponsor } from "../../src/features/calls/shapes.ts";
import { outcomes } from "../../src/features/calls/submissions/outcome.ts";
import { day, email, hours, slug } from "./contract.ts";

const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });
const answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

// of a year that is over, too
const applicant = z.union([email, z.string().regex(/^[a-z.]+@romerike\.example$/)]);

const submission = z.strictObject({
  person: applicant,
  title: z.string(),
  state: z.enum(["draft", "submitted"]).default("submitted"),
  number: z.string().optional(),
  answers: z.record(z.string(), answer),
  /** Of each juror in order, for each criterion in order; recused, or nothing yet. */
  scores: z.array(z.union([z.array(z.number()), z.literal("conflict"), z.null()])).default([]),
  outcome: z.enum(outcomes).optional(),
  /** Of the audience. */
  votes: z.number().int().optional(),
});

const call = z.strictObject({
  slug,
  kind: z.enum(["intake", "award", "grant", "speakers", "members"]),
  organization: slug,
  title: texts,
  descriptions: texts,
  /** `<day>T<time>`. */
  opens: z.string(),
  closes: z.string(),
  graceMinutes: z.number().int(),
  isBlind: z.boolean(),
  eligibility: z.array(rule),
  questions: z.array(question).min(1),
  phases: z.array(z.strictObject({ name: texts, state: z.enum(["waiting", "open", "closed"]), criteria: z.array(newCriterion) })),
  appealNotes: texts.optional(),
  sponsors: z.array(sponsor),
  jury: z.array(email),
  /** The evening the audience voted, with so many who came. */
  night: z.strictObject({ slug, title: texts, place: z.string(), day, hours, guests: z.number().int() }).optional(),
  /** An event of a year that is over, whose audience voted. */
  event: slug.optional(),
  submissions: z.array(submission),
});

export const calls = z.array(call);
