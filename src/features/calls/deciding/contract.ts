import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { languages } from "../../../platform/language/language.ts";
import { outcomes } from "../submissions/outcome.ts";
import { submission } from "../submissions/shapes.ts";
import { decidingRefusals } from "./refusals.ts";

const ofCall = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];

export const decide = route({
  method: "put",
  path: "/submissions/{id}/decision",
  tags: ["calls"],
  summary: "Decide a submission",
  description:
    "Whoever applied is told when the letters are sent: `POST /calls/{id}/decision-letters`. Those on the shortlist go on to the next phase. Where a jury has judged, what is awarded has three reviews at least, or a reason.",
  permission: "manager of the organization",
  refusals: [...known, decidingRefusals.phaseOpen, decidingRefusals.withdrawn, decidingRefusals.tooFewScores],
  request: {
    params: z.object({ id: idField }),
    body: jsonBody(
      z.strictObject({
        outcome: z.enum(outcomes),
        reason: textField(2_000).min(1).optional().openapi({ description: "Stands in the letter to whoever applied" }),
      }),
    ),
  },
  responses: { 200: json(submission, "The submission, decided") },
});

const preview = z
  .object({
    submission: z.object({ id: z.uuid(), title: z.string() }),
    outcome: z.enum(outcomes),
    to: z.object({ name: z.string(), email: z.string() }),
    language: z.enum(languages),
    subject: z.string(),
    lines: z.array(z.string()),
  })
  .openapi("DecisionLetter");

export const previewLetters = route({
  method: "get",
  path: "/calls/{id}/decision-letters",
  tags: ["calls"],
  summary: "The letters that wait",
  description: "As they will be sent, each in the language of whoever gets it.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: ofCall },
  responses: { 200: json(z.object({ items: z.array(preview) }), "The letters") },
});

export const sendLetters = route({
  method: "post",
  path: "/calls/{id}/decision-letters",
  tags: ["calls"],
  summary: "Send letters",
  description: "About the submissions named. Each letter is sent once; a decision that is changed afterwards gets another.",
  permission: "manager of the organization",
  refusals: [...known, decidingRefusals.nothingToTell],
  request: { params: ofCall, body: jsonBody(z.strictObject({ submissionIds: z.array(idField).min(1).max(2_000) })) },
  responses: { 201: json(z.object({ sent: z.number().int() }), "How many were sent") },
});
