import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { idOrSlug, momentField, neededTextsField, textsField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { isTimeZone } from "../spaces/index.ts";
import { callKinds, callStatuses } from "./call.ts";
import { judgingRefusals } from "./judging/refusals.ts";
import { callRefusals } from "./refusals.ts";
import { call, callLine, newJuror, newPhase, questions, rule, sponsor } from "./shapes.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];

const fields = {
  kind: z.enum(callKinds),
  title: neededTextsField(200),
  descriptions: textsField(8_000),
  opensAt: momentField,
  closesAt: momentField.openapi({ description: "The deadline. Later than before, once the call is published" }),
  graceMinutes: z
    .number()
    .int()
    .min(0)
    .max(1440)
    .openapi({ description: "What comes so long after the deadline is taken, and marked as late" }),
  timeZone: z.string().max(60).refine(isTimeZone),
  questions,
  eligibility: z.array(rule).max(20),
  isBlind: z.boolean(),
  appealNotes: textsField(2_000),
  sponsors: z.array(sponsor).max(30),
  event: idOrSlug.nullable().openapi({ description: "The event whose audience votes, held by the same organization" }),
  status: z.enum(callStatuses),
};

const newCall = z.strictObject({
  organization: idOrSlug,
  kind: fields.kind,
  title: fields.title,
  descriptions: fields.descriptions.default({}),
  opensAt: fields.opensAt.optional().openapi({ description: "Now, when left out" }),
  closesAt: fields.closesAt,
  graceMinutes: fields.graceMinutes.default(0),
  timeZone: fields.timeZone.default("Europe/Oslo"),
  questions: fields.questions,
  eligibility: fields.eligibility.default([]),
  isBlind: fields.isBlind.default(false),
  phases: z.array(newPhase).max(9).default([]),
  jurors: z.array(newJuror).max(50).default([]).openapi({ description: "Who is asked into the jury" }),
  appealNotes: fields.appealNotes.default({}),
  sponsors: fields.sponsors.default([]),
  event: fields.event.default(null),
  status: fields.status.default("published"),
});

const change = z.strictObject({
  kind: fields.kind.optional(),
  title: fields.title.optional(),
  descriptions: fields.descriptions.optional(),
  opensAt: fields.opensAt.optional(),
  closesAt: fields.closesAt.optional(),
  graceMinutes: fields.graceMinutes.optional(),
  timeZone: fields.timeZone.optional(),
  questions: fields.questions.optional(),
  eligibility: fields.eligibility.optional(),
  isBlind: fields.isBlind.optional(),
  phases: z.array(newPhase).max(9).optional().openapi({ description: "All of them, in order. Those that have been opened as they are" }),
  appealNotes: fields.appealNotes.optional(),
  sponsors: fields.sponsors.optional(),
  event: fields.event.optional(),
  status: fields.status.optional(),
});

export const listCalls = route({
  method: "get",
  path: "/calls",
  tags: ["calls"],
  summary: "Find calls",
  description: "In order of deadline; those that are over, the latest first. Drafts are there for those who run them.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({
      state: z.enum(["open", "coming", "closed", "all"]).default("open"),
      kind: z.enum(callKinds).optional(),
      organization: idOrSlug.optional(),
    }),
  },
  responses: { 200: json(pageOf(callLine), "A page of calls") },
});

export const createCall = route({
  method: "post",
  path: "/calls",
  tags: ["calls"],
  summary: "Make a call",
  description:
    "What is asked, who may apply, until when, and how it is judged: phases one after the other, each with criteria of its own. Add jurors with `POST /calls/{id}/jurors`.",
  permission: "manager of the organization",
  refusals: [...known, callRefusals.closesBeforeOpening],
  request: { body: jsonBody(newCall) },
  responses: { 201: json(call, "The call") },
});

export const readCall = route({
  method: "get",
  path: "/calls/{id}",
  tags: ["calls"],
  summary: "Read a call",
  description: "With its form, who may apply and how it is judged. A draft is there for those who run it.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params },
  responses: { 200: json(call, "The call") },
});

export const changeCall = route({
  method: "patch",
  path: "/calls/{id}",
  tags: ["calls"],
  summary: "Change a call",
  description:
    "What is left out stays as it is. When somebody has delivered, the kind, the form and the rules for who may apply stand, and so does whether it is read blind. A phase stands from when it opens, the opening of a published call when it has come, and its deadline can only be moved later.",
  permission: "manager of the organization",
  refusals: [
    ...known,
    callRefusals.closesBeforeOpening,
    callRefusals.formFrozen,
    callRefusals.alreadyPublished,
    callRefusals.deadlineNotEarlier,
    callRefusals.hasOpened,
    callRefusals.voteHasOpened,
    judgingRefusals.criteriaFrozen,
    requestRefusals.changedMeanwhile,
  ],
  request: { params, headers: ifMatchHeader, body: jsonBody(change) },
  responses: { 200: json(call, "The call, changed") },
});
