import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { call, newJuror, newPhase } from "../shapes.ts";
import { judgingRefusals } from "./refusals.ts";
import * as shapes from "./shapes.ts";

const ofCall = z.object({ id: idOrSlug });
const ofPhase = z.object({ id: idOrSlug, number: z.coerce.number().int().min(1).max(9) });
const ofReview = z.object({ id: idField, juror: idField.openapi({ description: "The juror, by the id of the person" }) });
const phaseQuery = z.object({
  phase: z.coerce.number().int().min(1).max(9).optional().openapi({ description: "The latest, when left out" }),
});
const known = [accessRefusals.signIn, accessRefusals.notHere];

export const changePhase = route({
  method: "put",
  path: "/calls/{id}/phases/{number}",
  tags: ["calls"],
  summary: "Write a phase and its criteria",
  description: "Or add the next one. Once it is opened, it stands.",
  permission: "manager of the organization",
  refusals: [...known, judgingRefusals.criteriaFrozen, judgingRefusals.phaseOutOfOrder],
  request: { params: ofPhase, body: jsonBody(newPhase) },
  responses: { 200: json(call, "The call with its phases") },
});

export const removePhase = route({
  method: "delete",
  path: "/calls/{id}/phases/{number}",
  tags: ["calls"],
  summary: "Remove a phase",
  description: "Also one that is open, while nobody in the jury has said anything in it. Those after it take its place.",
  permission: "manager of the organization",
  refusals: [...known, judgingRefusals.phaseReliedOn],
  request: { params: ofPhase },
  responses: { 200: json(call, "The call without it") },
});

export const openPhase = route({
  method: "put",
  path: "/calls/{id}/phases/{number}/opening",
  tags: ["calls"],
  summary: "Open a phase",
  description:
    "The jury is given what it is to read: in the first phase all that was delivered, and what is delivered while it is open; in a later one those on the shortlist. Nobody judges their own.",
  permission: "manager of the organization",
  refusals: [...known, judgingRefusals.phaseOutOfOrder],
  request: {
    params: ofPhase,
    body: jsonBody(
      z.strictObject({
        jurorsPerSubmission: z.number().int().min(1).max(100).optional().openapi({ description: "All jurors read all, when left out" }),
      }),
    ),
  },
  responses: { 200: json(call, "The call, the phase open") },
});

export const closePhase = route({
  method: "put",
  path: "/calls/{id}/phases/{number}/closing",
  tags: ["calls"],
  summary: "Close a phase",
  description: "No score changes any more, and the seal is broken: `GET /calls/{id}/results`.",
  permission: "manager of the organization",
  refusals: [...known, judgingRefusals.phaseNotOpen],
  request: { params: ofPhase },
  responses: { 200: json(call, "The call, the phase closed") },
});

const jurors = z.object({ items: z.array(shapes.jurorProgress) });

export const listJurors = route({
  method: "get",
  path: "/calls/{id}/jurors",
  tags: ["calls"],
  summary: "The jury, and how far each has come",
  permission: "manager of the organization",
  refusals: known,
  request: { params: ofCall },
  responses: { 200: json(jurors, "The jury") },
});

export const addJuror = route({
  method: "post",
  path: "/calls/{id}/jurors",
  tags: ["calls"],
  summary: "Ask somebody into the jury",
  description: "By the address they are reached at. In a phase that is open they read everything.",
  permission: "manager of the organization",
  refusals: known,
  request: {
    params: ofCall,
    body: jsonBody(newJuror),
  },
  responses: { 201: json(jurors, "The jury") },
});

export const removeJuror = route({
  method: "delete",
  path: "/calls/{id}/jurors/{juror}",
  tags: ["calls"],
  summary: "Take somebody out of the jury",
  permission: "manager of the organization",
  refusals: [...known, judgingRefusals.jurorHasJudged],
  request: { params: ofCall.extend({ juror: idField }) },
  responses: { 200: json(jurors, "The jury") },
});

export const myReviews = route({
  method: "get",
  path: "/me/reviews",
  tags: ["calls"],
  summary: "What I am to judge",
  description: "Phases that are open come first.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery.extend({ call: idOrSlug.optional().openapi({ description: "Of this call" }) }) },
  responses: { 200: json(pageOf(shapes.assignment), "A page of what is assigned") },
});

export const listReviews = route({
  method: "get",
  path: "/submissions/{id}/reviews",
  tags: ["calls"],
  summary: "Who has judged a submission",
  description: "Scores, comments and changes are there when the phase has closed.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: z.object({ id: idField }) },
  responses: { 200: json(z.object({ items: z.array(shapes.sealedReview) }), "The reviews") },
});

export const readReview = route({
  method: "get",
  path: "/submissions/{id}/reviews/{juror}",
  tags: ["calls"],
  summary: "Read a review",
  description: "One's own, or, when the phase has closed, that of a juror of a call one runs.",
  permission: "juror whose scores they are, or manager of the organization",
  refusals: [...known, judgingRefusals.sealed],
  request: { params: ofReview, query: phaseQuery },
  responses: { 200: json(shapes.review, "The review") },
});

const conflictField = z.enum(["none", "conflict"]);

export const putReview = route({
  method: "put",
  path: "/submissions/{id}/reviews/{juror}",
  tags: ["calls"],
  summary: "Give scores",
  description:
    "In the phase that is open. Whether there is a conflict of interest is declared first: with `PUT /submissions/{id}/reviews/{juror}/conflict`, or by `conflict` here. Only what is delivered counts; it can be changed until the phase closes.",
  permission: "assigned juror",
  refusals: [
    ...known,
    judgingRefusals.phaseNotOpen,
    judgingRefusals.conflictNotDeclared,
    judgingRefusals.recused,
    judgingRefusals.unknownCriterion,
    judgingRefusals.offScale,
    judgingRefusals.nothingScored,
  ],
  request: {
    params: ofReview,
    body: jsonBody(
      z.strictObject({
        conflict: conflictField.optional(),
        conflictReason: textField(1_000).optional(),
        scores: z
          .record(idField, z.number().int().nullable())
          .default({})
          .openapi({ description: "By the id of the criterion. Null takes a score away; what is left out stays" }),
        comment: textField(5_000).optional(),
        deliver: z.boolean().default(false),
      }),
    ),
  },
  responses: { 200: json(shapes.review, "The review") },
});

export const declareConflict = route({
  method: "put",
  path: "/submissions/{id}/reviews/{juror}/conflict",
  tags: ["calls"],
  summary: "Declare whether there is a conflict of interest",
  description: "Where there is one, one gives no scores: they are missing, and scores one gave are taken away.",
  permission: "assigned juror",
  refusals: [...known, judgingRefusals.phaseNotOpen],
  request: {
    params: ofReview,
    body: jsonBody(z.strictObject({ conflict: conflictField, reason: textField(1_000).optional() })),
  },
  responses: { 200: json(shapes.review, "The review") },
});

export const readResults = route({
  method: "get",
  path: "/calls/{id}/results",
  tags: ["calls"],
  summary: "What the jury came to",
  description:
    "When the phase has closed. Mean, median and standardised mean side by side; with fewer than three reviews there is no result. A juror is not shown what they are recused from, nor, where the jury reads blind, who applies.",
  permission: "juror or manager of the organization, when the phase has closed",
  refusals: [...known, judgingRefusals.sealed],
  request: { params: ofCall, query: phaseQuery },
  responses: { 200: json(shapes.results, "The results") },
});
