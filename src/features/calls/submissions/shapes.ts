import { z } from "@hono/zod-openapi";
import { idField, textField } from "../../../platform/http/fields.ts";
import { callKinds } from "../call.ts";
import { question, texts } from "../shapes.ts";
import { ruleKinds } from "./eligibility.ts";
import { outcomes } from "./outcome.ts";
import { submissionStates } from "./queries.ts";

const answer = z.union([textField(20_000), z.number(), z.boolean(), z.array(z.string().max(40)).max(50), z.null()]);

const answers = z.record(z.string().max(40), answer).openapi({
  description:
    "By the id of the question: text for `text`, `long_text`, `date` (2026-11-24), `organization` (nine digits) and `choice` (an option's id), a list of options for `several`, a number, true for a consent. A file is sent by `PUT /submissions/{id}/files/{question}`. Null takes an answer away; what is left out stays.",
  example: { idea: "Et lager for brukte vinduer", stage: "pilot", jobs: 4, consent: true },
});

export const written = {
  title: textField(200).optional().openapi({ description: "What it is called; a jury sees it, also one that reads blind" }),
  organizationNumber: textField(40).optional().openapi({ description: "Whom it is for. Needed when there are rules for who may apply" }),
  answers: answers.optional(),
};

export const decision = z
  .object({ outcome: z.enum(outcomes), reason: z.string().nullable(), decidedAt: z.string(), toldAt: z.string().nullable() })
  .openapi("CallDecision");

export const submission = z
  .object({
    id: z.uuid(),
    call: z.object({
      id: z.uuid(),
      slug: z.string(),
      kind: z.enum(callKinds),
      title: texts,
      runner: z.string(),
      closesAt: z.string(),
      timeZone: z.string(),
      windowState: z.enum(["not_yet", "open", "grace", "over"]),
      isBlind: z.boolean(),
      questions: z.array(question).openapi({ description: "Those whose answers the reader may see" }),
    }),
    side: z.enum(["applicant", "juror", "runner"]).openapi({ description: "As what one reads it: each sees what is theirs to see" }),
    state: z.enum(submissionStates),
    title: z.string(),
    organization: z
      .object({ number: z.string(), name: z.string().nullable() })
      .nullable()
      .openapi({ description: "Null for a jury that reads blind" }),
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])),
    files: z.array(z.object({ id: idField, question: z.string(), name: z.string(), bytes: z.number().int(), address: z.string() })),
    applicant: z
      .object({ id: z.uuid(), name: z.string(), email: z.string().nullable() })
      .nullable()
      .openapi({ description: "Null for a jury that reads blind, which sees no address either" }),
    changedAt: z.string().nullable().openapi({ description: "For whoever wrote it: when it was saved last" }),
    deliveredAt: z.string().nullable(),
    isLate: z.boolean().openapi({ description: "Delivered after the deadline, within the grace" }),
    hasUndeliveredChanges: z.boolean().openapi({ description: "Written since it was delivered: what was delivered is judged" }),
    uncheckedRules: z
      .array(z.enum(ruleKinds))
      .openapi({ description: "What nobody could check when it was delivered, for those who run the call" }),
    decision: decision.nullable().openapi({ description: "For whoever applied, once they have been told" }),
    version: z.number().int(),
    abilities: z.object({ edit: z.boolean(), deliver: z.boolean(), withdraw: z.boolean() }),
  })
  .openapi("Submission");

export const submissionLine = submission
  .pick({ id: true, state: true, title: true, deliveredAt: true, isLate: true, decision: true })
  .extend({
    call: submission.shape.call.omit({ questions: true, isBlind: true }),
    changedAt: z.string().nullable(),
    organization: submission.shape.organization,
    applicant: submission.shape.applicant,
    uncheckedRules: submission.shape.uncheckedRules,
    hasUndeliveredChanges: z.boolean(),
  });
