import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { stages } from "./candidate.ts";
import { candidateRefusals, membershipRefusals } from "./refusals.ts";

const day = z.string().openapi({ format: "date", example: "2026-11-24" });
const moment = z.string().openapi({ format: "date-time", example: "2026-11-23T08:31:00Z" });
const clockField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .openapi({ example: "10:00" });
const stage = z.enum(stages);
const person = z.object({ personId: idField, name: z.string() });
const named = z.object({ id: idField, slug: z.string(), name: z.string() });
const ofNetwork = z.object({ slug: idOrSlug.openapi({ description: "Slug or id of the network" }) });
const ofCandidate = z.object({ id: idField });

export const candidate = z
  .object({
    id: idField,
    network: named,
    organizationId: idField,
    slug: z.string(),
    name: z.string(),
    town: z.string().nullable(),
    municipality: z.string().nullable(),
    desks: z.number().int().nullable(),
    stage,
    nextStep: z.string().nullable(),
    nextStepOn: day.nullable(),
    nextStepAt: z.string().nullable().openapi({ example: "10:00" }),
    urgency: z.enum(["today", "late", "without", "later"]).openapi({
      description: "today: due today. late: overdue. without: in an open stage with no next step. later: the rest",
    }),
    owner: person.nullable(),
    latestNote: z.string().nullable(),
    version: z.number().int(),
    abilities: z.object({ change: z.boolean(), move: z.boolean() }),
  })
  .openapi("Candidate");

const filters = {
  q: textField(100).default("").openapi({ description: "Part of a name or town" }),
  county: z
    .string()
    .regex(/^(\d{2})?$/)
    .default("")
    .openapi({ description: "Two digits" }),
  municipality: z
    .string()
    .regex(/^(\d{4})?$/)
    .default("")
    .openapi({ description: "Four digits" }),
  owner: z
    .union([z.literal(""), idField])
    .default("")
    .openapi({ description: "Id of the person who sees to the next step" }),
  only: z.enum(["", "overdue", "without_next_step"]).default(""),
};

/** What a list of candidates, and its file, can be narrowed by. */
export const candidateFilters = z.object({ ...filters, stage: stage.optional() });

/** Candidates of a network as a list. */
export const listCandidates = route({
  method: "get",
  path: "/networks/{slug}/candidates",
  tags: ["memberships"],
  summary: "List the candidates of a network",
  description: "The next step that comes first stands first, then those without a day, by name.",
  permission: "coordinator of the network",
  request: { params: ofNetwork, query: pageQuery.extend(candidateFilters.shape) },
  responses: { 200: json(pageOf(candidate), "A page of candidates") },
});

/** The board: the first candidates of each open stage, and what presses. */
export const readBoard = route({
  method: "get",
  path: "/networks/{slug}/candidate-board",
  tags: ["memberships"],
  summary: "Read the recruiting board",
  permission: "coordinator of the network",
  request: {
    params: ofNetwork,
    query: z.object({ ...filters, cards: z.coerce.number().int().min(1).max(200).default(5), stage: stage.optional() }),
  },
  responses: {
    200: json(
      z
        .object({
          network: named,
          stages: z.array(z.object({ stage, count: z.number().int(), items: z.array(candidate) })).openapi({
            description: "The four open stages; `count` is of those that match. With `stage`, that one with all its candidates",
          }),
          totals: z.record(stage, z.number().int()).openapi({ description: "Of the whole board, whatever is looked for" }),
          overdue: z.number().int(),
          withoutNextStep: z.number().int(),
          calls: z.array(candidate).openapi({ description: "To be rung today or before: due, and not yet in dialogue" }),
          membersNow: z.number().int(),
          joinedThisYear: z.number().int(),
          leftThisYear: z.number().int(),
          askAgain: z.array(z.object({ year: z.number().int(), count: z.number().int() })).openapi({
            description: "Of those who declined: the years they are to be asked again",
          }),
          askNoMore: z.number().int(),
          owners: z.array(person),
        })
        .openapi("CandidateBoard"),
      "The board",
    ),
  },
});

const desks = z.number().int().min(0).max(100_000).nullable();
const nextStep = {
  nextStep: textField(300).nullable().optional(),
  nextStepOn: dayField.nullable().optional(),
  nextStepAt: clockField.nullable().optional(),
  ownerId: idField.nullable().optional(),
};

/** Puts a place on the board. */
export const addCandidate = route({
  method: "post",
  path: "/networks/{slug}/candidates",
  tags: ["memberships"],
  summary: "Add a candidate",
  description:
    "Give `organization` (id or slug) for one that is known, else `name` and `municipalityNumber`: then an organization is made that only the network sees.",
  permission: "coordinator of the network",
  refusals: [
    candidateRefusals.alreadyThere,
    candidateRefusals.unknownOwner,
    candidateRefusals.unknownMunicipality,
    membershipRefusals.unknownMember,
    membershipRefusals.ofItself,
  ],
  request: {
    params: ofNetwork,
    body: jsonBody(
      z
        .strictObject({
          organization: idOrSlug.optional(),
          name: nameField(200).optional(),
          municipalityNumber: z
            .string()
            .regex(/^\d{4}$/)
            .optional(),
          town: textField(100).nullable().default(null),
          website: z
            .url({ protocol: /^https?$/ })
            .max(300)
            .nullable()
            .default(null),
          desks: desks.default(null),
          reason: textField(1000).nullable().default(null).openapi({ description: "How we came by it" }),
          ...nextStep,
        })
        .refine(({ organization, name }) => (organization === undefined) !== (name === undefined), { path: ["name"] }),
    ),
  },
  responses: { 201: json(candidate, "The candidate, as a prospect") },
});

/** One candidate. */
export const readCandidate = route({
  method: "get",
  path: "/candidates/{id}",
  tags: ["memberships"],
  summary: "Read a candidate",
  permission: "coordinator of the network",
  request: { params: ofCandidate },
  responses: { 200: json(candidate.extend({ owners: z.array(person).openapi({ description: "Who may be owner" }) }), "The candidate") },
});

/** Next step, its day and time, owner, town and desks. */
export const changeCandidate = route({
  method: "patch",
  path: "/candidates/{id}",
  tags: ["memberships"],
  summary: "Change a candidate",
  description: "What is left out stays. Without a next step there is no day, and without a day no time.",
  permission: "coordinator of the network",
  refusals: [candidateRefusals.unknownOwner],
  request: {
    params: ofCandidate,
    headers: ifMatchHeader,
    body: jsonBody(z.strictObject({ ...nextStep, town: textField(100).nullable().optional(), desks: desks.optional() })),
  },
  responses: { 200: json(candidate, "The candidate as it now is") },
});

export const stageChange = z
  .object({
    id: idField,
    candidateId: idField,
    name: z.string(),
    from: stage.nullable(),
    to: stage,
    reason: z.string().nullable(),
    changedAt: moment,
    changedBy: z.string().nullable().openapi({ description: "Name; null for a form, or when nobody remembers" }),
    undoneAt: moment.nullable(),
    abilities: z.object({ undo: z.boolean() }),
  })
  .openapi("StageChange");

/** Moves a candidate to another stage. */
export const moveCandidate = route({
  method: "put",
  path: "/candidates/{id}/stage",
  tags: ["memberships"],
  summary: "Move a candidate to another stage",
  description:
    "Moving to `member` starts the membership today, in the same transaction. A no, and a step back, must say why. The answer is the change, which can be undone for a day.",
  permission: "coordinator of the network",
  refusals: [candidateRefusals.reasonMissing, candidateRefusals.alreadyInStage, candidateRefusals.isMember, membershipRefusals.overlaps],
  request: {
    params: ofCandidate,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({ stage, reason: textField(1000).nullable().default(null), tier: textField(40).nullable().default(null) }),
    ),
  },
  responses: { 200: json(stageChange, "The change") },
});

/** Takes the last move back. */
export const undoMove = route({
  method: "put",
  path: "/stage-changes/{id}/undo",
  tags: ["memberships"],
  summary: "Undo the last move of a candidate",
  description: "The change stays in the history, marked as undone. A membership it started, and nobody has touched, is taken back.",
  permission: "coordinator of the network",
  refusals: [candidateRefusals.undoTooLate],
  request: { params: z.object({ id: idField }) },
  responses: { 200: json(stageChange, "The change, undone") },
});

/** Every move on a network's board, the latest first. */
export const listStageChanges = route({
  method: "get",
  path: "/networks/{slug}/stage-changes",
  tags: ["memberships"],
  summary: "List the moves on the board",
  permission: "coordinator of the network",
  request: { params: ofNetwork, query: pageQuery.extend({ candidate: idField.optional() }) },
  responses: { 200: json(pageOf(stageChange), "A page of moves") },
});

const note = z.object({ id: idField, note: z.string(), writtenAt: moment, writtenBy: z.string().nullable() }).openapi("CandidateNote");

/** What was said, the latest first. */
export const listNotes = route({
  method: "get",
  path: "/candidates/{id}/notes",
  tags: ["memberships"],
  summary: "List the notes of a candidate",
  permission: "coordinator of the network",
  request: { params: ofCandidate, query: pageQuery },
  responses: { 200: json(pageOf(note), "A page of notes") },
});

/** Writes down what was said. */
export const writeNote = route({
  method: "post",
  path: "/candidates/{id}/notes",
  tags: ["memberships"],
  summary: "Write a note",
  permission: "coordinator of the network",
  request: { params: ofCandidate, body: jsonBody(z.strictObject({ note: textField(4000).min(1) })) },
  responses: { 201: json(note, "The note") },
});
