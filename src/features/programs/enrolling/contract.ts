import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { organizationRefusals } from "../../organizations/index.ts";
import { observation } from "../observing/shapes.ts";
import { programRefusals } from "../refusals.ts";
import { interval } from "../shapes.ts";
import { exitTypes } from "./outcome.ts";

const tags = ["programs"];
const known = [accessRefusals.signIn, accessRefusals.notHere];
const seen = "whoever runs the program, advises the startup or speaks for it" as const;
const advises = "whoever runs the program or advises the startup" as const;
const ofProgram = z.object({ id: idOrSlug.openapi({ description: "Id or slug of the program" }) });
const ofEnrollment = z.object({ id: idField });
const day = z.string().openapi({ format: "date", example: "2026-11-24" });
const count = z.number().int().min(0).max(1_000_000);
const legalForm = z
  .string()
  .regex(/^[A-ZÆØÅ]{2,6}$/)
  .openapi({ example: "AS" });

const baseline = z.strictObject({
  fte: z.number().min(0).max(1_000_000).nullable().default(null),
  heads: count.nullable().default(null),
  turnover: z.number().int().min(0).max(1e13).nullable().default(null).openapi({ description: "Whole kroner in the year before" }),
});

export const enrollment = z
  .object({
    id: idField,
    organization: z.object({ id: idField, slug: z.string(), name: z.string(), organizationNumber: z.string().nullable() }),
    legalForm: z.string().nullable(),
    foundedOn: day.nullable(),
    intake: day,
    exit: day.nullable(),
    exitType: z.enum(exitTypes),
    lastEvidence: day.nullable(),
    outcome: z
      .object({ type: z.enum(exitTypes), endedOn: day.nullable(), lastEvidence: day })
      .openapi({ description: "What follows from the enrollment and all observations" }),
    adviser: z.object({ id: idField, name: z.string() }).nullable(),
    baseline: z.object({ fte: z.number().nullable(), heads: z.number().int().nullable(), turnover: z.number().nullable() }),
    jobs: z.object({ fte: interval.nullable(), heads: interval.nullable() }).openapi({ description: "Null where nobody has ever said it" }),
    lastObservedOn: day.nullable(),
    needsCall: z.enum(["not_observed", "unknown", "register"]).nullable().openapi({
      description: "Why somebody should call: nothing for a year, nobody knows what became of it, or the register says it is not as it was",
    }),
    version: z.number().int(),
  })
  .openapi("Enrollment");

const milestone = z.object({
  id: idField,
  title: z.string(),
  dueOn: day.nullable(),
  reachedOn: day.nullable(),
  evidence: z.string().nullable(),
});
const note = z.object({ id: idField, text: z.string(), isShared: z.boolean(), writtenAt: z.string(), by: z.string().nullable() });

export const wholeEnrollment = enrollment
  .extend({
    program: z.object({
      id: idField,
      slug: z.string(),
      name: z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() }),
    }),
    observations: z.array(observation),
    milestones: z.array(milestone),
    notes: z.array(note).openapi({ description: "To the founder, those that are shared" }),
    formPath: z
      .string()
      .openapi({ description: "The page where the founder answers without signing in, below the language; good for ninety days" }),
    abilities: z.object({ edit: z.boolean(), run: z.boolean(), observe: z.boolean() }),
  })
  .openapi("WholeEnrollment");

const state = z.enum(["running", "ended", "unknown"]);

export const listEnrollments = route({
  method: "get",
  path: "/programs/{id}/enrollments",
  tags,
  summary: "List the startups of a program",
  description: "Those who run the program see all, an adviser their own, a founder theirs.",
  permission: "signed in",
  refusals: known,
  request: {
    params: ofProgram,
    query: pageQuery.extend({
      q: textField(80).optional().openapi({ description: "Part of the name or the organization number" }),
      state: state.optional(),
      cohort: idField.optional(),
      adviser: idField.optional(),
      needsCall: z.enum(["true"]).optional(),
    }),
  },
  responses: {
    200: json(pageOf(enrollment).extend({ count: z.number().int() }), "A page of startups, by name, and how many there are in all"),
  },
});

export const enrollStartup = route({
  method: "post",
  path: "/programs/{id}/enrollments",
  tags,
  summary: "Take a startup into a program",
  description: "By its id or slug, or by its organization number; a number nobody knows yet adds the organization, by the name given.",
  permission: "manager of the organization",
  refusals: [
    ...known,
    organizationRefusals.wrongNumber,
    programRefusals.enrolledAlready,
    programRefusals.nameNeeded,
    programRefusals.unknownAdviser,
    programRefusals.inTheFuture,
  ],
  request: {
    params: ofProgram,
    body: jsonBody(
      z
        .strictObject({
          organization: idOrSlug.optional(),
          organizationNumber: textField(40).optional().openapi({ example: "310 000 000" }),
          name: nameField(200).optional(),
          legalForm: legalForm.optional(),
          intake: dayField,
          adviserEmail: z.email().max(200).optional(),
          baseline: baseline.optional(),
        })
        .refine((given) => given.organization !== undefined || given.organizationNumber !== undefined, {
          path: ["organizationNumber"],
          params: { form: "missing" },
        }),
    ),
  },
  responses: { 201: json(wholeEnrollment, "The startup in the program") },
});

export const readEnrollment = route({
  method: "get",
  path: "/enrollments/{id}",
  tags,
  summary: "Read what a program knows of a startup",
  permission: seen,
  refusals: known,
  request: { params: ofEnrollment },
  responses: { 200: json(wholeEnrollment, "The startup in the program") },
});

export const changeEnrollment = route({
  method: "patch",
  path: "/enrollments/{id}",
  tags,
  summary: "Change what a program knows of a startup",
  description: "Who advises it is for those who run the program to say.",
  permission: advises,
  refusals: [
    ...known,
    requestRefusals.changedMeanwhile,
    programRefusals.wrongOrder,
    programRefusals.endNeedsDay,
    programRefusals.unknownAdviser,
    programRefusals.inTheFuture,
  ],
  request: {
    params: ofEnrollment,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        intake: dayField.optional(),
        exit: dayField.nullable().optional(),
        exitType: z.enum(exitTypes).optional(),
        lastEvidence: dayField.nullable().optional(),
        legalForm: legalForm.nullable().optional(),
        adviserEmail: z.email().max(200).nullable().optional(),
        baseline: baseline.optional(),
      }),
    ),
  },
  responses: { 200: json(wholeEnrollment, "The startup as it now stands") },
});

export const addMilestone = route({
  method: "post",
  path: "/enrollments/{id}/milestones",
  tags,
  summary: "Add a milestone",
  permission: advises,
  refusals: known,
  request: { params: ofEnrollment, body: jsonBody(z.strictObject({ title: nameField(200), dueOn: dayField.optional() })) },
  responses: { 201: json(wholeEnrollment, "The startup with the milestone") },
});

export const reachMilestone = route({
  method: "put",
  path: "/enrollments/{id}/milestones/{milestoneId}/reaching",
  tags,
  summary: "Say that a milestone is reached, and what shows it",
  permission: advises,
  refusals: [...known, programRefusals.inTheFuture],
  request: {
    params: ofEnrollment.extend({ milestoneId: idField }),
    body: jsonBody(z.strictObject({ reachedOn: dayField, evidence: textField(500).min(1) })),
  },
  responses: { 200: json(wholeEnrollment, "The startup with the milestone") },
});

export const writeNote = route({
  method: "post",
  path: "/enrollments/{id}/notes",
  tags,
  summary: "Write a note about a startup",
  description: "For those who run the program and its adviser, unless it is shared with the founder.",
  permission: advises,
  refusals: known,
  request: {
    params: ofEnrollment,
    body: jsonBody(z.strictObject({ text: textField(4000).min(1), isShared: z.boolean().default(false) })),
  },
  responses: { 201: json(wholeEnrollment, "The startup with the note") },
});

export const takeBackObservation = route({
  method: "put",
  path: "/enrollments/{id}/observations/{observationId}/taking-back",
  tags,
  summary: "Take back what was written of a startup and was wrong",
  description: "Figures are counted without it from then on; what stood there and why it is gone is in the log.",
  permission: advises,
  refusals: [...known, programRefusals.registerSays],
  request: { params: ofEnrollment.extend({ observationId: idField }), body: jsonBody(z.strictObject({ reason: nameField(300) })) },
  responses: { 200: json(wholeEnrollment, "The startup without it") },
});

export const shareNote = route({
  method: "put",
  path: "/enrollments/{id}/notes/{noteId}/sharing",
  tags,
  summary: "Share a note with the founder, or no longer",
  permission: advises,
  refusals: known,
  request: {
    params: ofEnrollment.extend({ noteId: idField }),
    body: jsonBody(z.strictObject({ isShared: z.boolean() })),
  },
  responses: { 200: json(wholeEnrollment, "The startup with the note") },
});
