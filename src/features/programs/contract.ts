import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { programRefusals } from "./refusals.ts";
import * as shapes from "./shapes.ts";
import { clocks, mergerViews } from "./survival/follow-up.ts";

const tags = ["programs"];
const ofProgram = z.object({ id: idOrSlug.openapi({ description: "Id or slug of the program" }) });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const runs = "manager of the organization" as const;
const borders = z.coerce
  .number()
  .int()
  .min(2013)
  .max(2100)
  .optional()
  .openapi({ description: "Municipalities as they were on 1 January of this year; today when left out" });
const curveQuery = {
  clock: z
    .enum(clocks)
    .default("intake")
    .openapi({ description: "Years since intake, or since the firm was founded (then with delayed entry)" }),
  merged: z.enum(mergerViews).default("censored").openapi({ description: "Whether going on within another firm is an end" }),
};

export const listPrograms = route({
  method: "get",
  path: "/programs",
  tags,
  summary: "List programs that help startups on",
  permission: "everyone",
  request: { query: pageQuery.extend({ organization: idOrSlug.optional() }) },
  responses: { 200: json(pageOf(shapes.program), "A page of programs, in order of their slugs") },
});

export const createProgram = route({
  method: "post",
  path: "/programs",
  tags,
  summary: "Add a program",
  permission: runs,
  refusals: [...known, programRefusals.slugTaken, programRefusals.unknownMunicipality],
  request: { body: jsonBody(shapes.newProgram) },
  responses: { 201: json(shapes.wholeProgram, "The program") },
});

export const readProgram = route({
  method: "get",
  path: "/programs/{id}",
  tags,
  summary: "Read a program with its cohorts and targets",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofProgram },
  responses: { 200: json(shapes.wholeProgram, "The program") },
});

export const changeProgram = route({
  method: "patch",
  path: "/programs/{id}",
  tags,
  summary: "Change a program",
  permission: runs,
  refusals: [...known, requestRefusals.changedMeanwhile, programRefusals.unknownMunicipality],
  request: { params: ofProgram, headers: ifMatchHeader, body: jsonBody(shapes.changedProgram) },
  responses: { 200: json(shapes.wholeProgram, "The program as it now is") },
});

export const addCohort = route({
  method: "post",
  path: "/programs/{id}/cohorts",
  tags,
  summary: "Add a cohort: those who come in within a time",
  permission: runs,
  refusals: [...known, programRefusals.backwards, programRefusals.cohortsOverlap, programRefusals.cohortNameTaken],
  request: { params: ofProgram, body: jsonBody(shapes.newCohort) },
  responses: { 201: json(shapes.wholeProgram, "The program with the cohort") },
});

export const addTarget = route({
  method: "post",
  path: "/programs/{id}/targets",
  tags,
  summary: "Set a target",
  permission: runs,
  refusals: [...known, programRefusals.backwards],
  request: { params: ofProgram, body: jsonBody(shapes.newTarget) },
  responses: { 201: json(shapes.wholeProgram, "The program with the target") },
});

export const withdrawTarget = route({
  method: "delete",
  path: "/programs/{id}/targets/{targetId}",
  tags,
  summary: "Withdraw a target",
  permission: runs,
  refusals: known,
  request: { params: ofProgram.extend({ targetId: idField }) },
  responses: { 200: json(shapes.wholeProgram, "The program without the target") },
});

export const readSurvival = route({
  method: "get",
  path: "/programs/{id}/survival",
  tags,
  summary: "See how many startups are still in business after so many years",
  description:
    "Kaplan-Meier, with Greenwood's variance and log-log limits of 95 %. Out of business are the dormant, bankrupt and dissolved; a firm that runs is followed until it was last seen at work. `lower` and `upper` are null where nobody is left. `horizons` tell the same at whole years; no percentage stands without its years.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: {
    params: ofProgram,
    query: z.object({
      ...curveQuery,
      cohort: idField.optional(),
      legalForm: z
        .string()
        .regex(/^[A-ZÆØÅ]{2,6}$/)
        .optional(),
    }),
  },
  responses: { 200: json(shapes.survival, "The curve") },
});

export const readSurvivalRows = route({
  method: "get",
  path: "/programs/{id}/survival/rows",
  tags,
  summary: "The startups behind the curve, each with how long it was followed and how that ended",
  description: "Those you may see; `n` counts all of them, `hidden` those you may not see. The curve can be worked out of them anew.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofProgram, query: pageQuery.extend({ ...curveQuery, cohort: idField.optional() }) },
  responses: {
    200: json(
      pageOf(shapes.survivalRow).extend({ n: z.number().int(), hidden: z.number().int() }),
      "A page of startups, the earliest first",
    ),
  },
});

export const compareSurvival = route({
  method: "get",
  path: "/programs/{id}/survival-comparison",
  tags,
  summary: "See whether two cohorts differ in survival",
  description: "The log-rank test.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofProgram, query: z.object({ ...curveQuery, first: idField, second: idField }) },
  responses: { 200: json(shapes.comparison, "The test") },
});

const jobsQuery = z.object({ asOf: dayField.optional().openapi({ description: "Today when left out" }), borders });

export const readJobs = route({
  method: "get",
  path: "/programs/{id}/jobs",
  tags,
  summary: "See the jobs in the startups of a program, and where they are",
  description: "Numbers are intervals: a headcount the register hides is from none to four, never none.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofProgram, query: jobsQuery },
  responses: { 200: json(shapes.jobs, "The jobs") },
});

export const readNetworkJobs = route({
  method: "get",
  path: "/organizations/{id}/program-jobs",
  tags,
  summary: "See the jobs in the startups of all programs of an organization and of its members",
  description: "A startup that is in several programs counts once.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }), query: jobsQuery },
  responses: { 200: json(shapes.jobs, "The jobs") },
});
