import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, neededTextsField, textField, textsField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { costKinds, financingKinds, sides } from "./budget/balance.ts";
import { budgetRefusals } from "./budget/refusals.ts";
import { awaitedReports, ruleKeys } from "./funding/funder-rules.ts";
import { fundingRefusals } from "./funding/refusals.ts";
import { mostEvents, mostPartners, mostWorkPackages } from "./project.ts";
import { projectRefusals } from "./refusals.ts";
import { budgetSchema, deadlineKinds, projectLineSchema, projectSchema, rule } from "./shapes.ts";

export const params = z.object({ id: idOrSlug });
export const byId = z.object({ id: idField });
export const known = [accessRefusals.signIn, accessRefusals.notHere];
export const amount = z.number().int().min(1).max(1_000_000_000_000);
const runs = "lead of the project, or manager of the organization" as const;
const works = "whoever works on the project, or manager of the organization" as const;
const tags = ["projects"];
const title = neededTextsField(120);
const description = textsField(4_000);
const percent = z.number().int().min(1).max(100);
const answer = { 200: json(projectSchema, "The project") };

const grant = z
  .object({
    submissionId: z.uuid(),
    title: z.string().openapi({ description: "Of the application" }),
    call: z.object({
      slug: z.string(),
      title: z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() }),
    }),
    funder: z.object({ id: z.uuid(), name: z.string() }),
    decidedOn: z.string().openapi({ format: "date", description: "When whoever applied was told" }),
  })
  .openapi("Grant");

export const listProjects = route({
  method: "get",
  path: "/organizations/{id}/projects",
  tags,
  summary: "Projects of an organization",
  description: "Those you run or work on, the latest first.",
  permission: "signed in",
  refusals: known,
  request: { params, query: pageQuery },
  responses: {
    200: json(
      pageOf(projectLineSchema).extend({
        abilities: z.object({ create: z.boolean(), readReports: z.boolean() }),
        grants: z.array(grant).openapi({
          description: "What the organization was granted in calls and has taken up in no project, for those who may begin one",
        }),
      }),
      "A page of projects",
    ),
  },
});

export const createProject = route({
  method: "post",
  path: "/organizations/{id}/projects",
  tags,
  summary: "Begin a project",
  permission: "manager of the organization",
  refusals: [...known, projectRefusals.emptyPeriod, projectRefusals.unknownPerson],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        title,
        description: description.optional(),
        leadId: idField.optional(),
        leadPercent: percent.optional(),
        from: dayField,
        to: dayField,
      }),
    ),
  },
  responses: { 201: json(projectSchema, "The project") },
});

export const readProject = route({
  method: "get",
  path: "/projects/{id}",
  tags,
  summary: "Read a project",
  description: "With its plan, and for those who run it the awards, tranches and deadlines.",
  permission: works,
  refusals: known,
  request: { params },
  responses: answer,
});

export const changeProject = route({
  method: "patch",
  path: "/projects/{id}",
  tags,
  summary: "Change a project",
  description: "What is left out stays. Lists are given whole.",
  permission: runs,
  refusals: [...known, ...Object.values(projectRefusals)],
  request: {
    params,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        title: title.optional(),
        description: description.optional(),
        leadId: idField.nullable().optional(),
        leadPercent: percent.nullable().optional(),
        focusAreas: z.array(nameField(80)).max(20).optional(),
        from: dayField.optional(),
        to: dayField.optional(),
        partners: z
          .array(
            z
              .strictObject({ organization: idOrSlug.optional(), name: nameField(120).optional(), role: textField(200).optional() })
              .refine(({ organization, name }) => (organization === undefined) !== (name === undefined)),
          )
          .max(mostPartners)
          .optional(),
        events: z.array(idOrSlug).max(mostEvents).optional(),
        workPackages: z
          .array(z.strictObject({ id: idField.optional(), title: nameField(160), summary: textField(2_000).optional() }))
          .max(mostWorkPackages)
          .optional(),
      }),
    ),
  },
  responses: answer,
});

const milestone = {
  workPackageId: idField.nullable().optional(),
  forecastOn: dayField.nullable().optional(),
};

export const addMilestone = route({
  method: "post",
  path: "/projects/{id}/milestones",
  tags,
  summary: "Add a milestone",
  permission: runs,
  refusals: known,
  request: { params, body: jsonBody(z.strictObject({ title: nameField(160), plannedOn: dayField, ...milestone })) },
  responses: { 201: json(projectSchema, "The project with the milestone") },
});

export const changeMilestone = route({
  method: "patch",
  path: "/milestones/{id}",
  tags,
  summary: "Move a milestone, or mark it done",
  description: "One that is done says what shows it. What was planned stays beside the forecast.",
  permission: runs,
  refusals: [...known, projectRefusals.evidenceMissing],
  request: {
    params: byId,
    body: jsonBody(
      z.strictObject({
        title: nameField(160).optional(),
        plannedOn: dayField.optional(),
        ...milestone,
        doneOn: dayField.nullable().optional(),
        evidence: textField(2_000).nullable().optional(),
      }),
    ),
  },
  responses: answer,
});

const lineGiven = z.strictObject({
  id: idField.optional().openapi({ description: "Of a line there is; left out for a new one" }),
  side: z.enum(sides),
  kind: z.enum([...costKinds, ...financingKinds]),
  text: nameField(160),
  isInKind: z.boolean().default(false),
  amountOre: z.number().int().min(0).max(1_000_000_000_000),
  fundingId: idField.optional(),
  financedBy: z
    .number()
    .int()
    .min(0)
    .max(199)
    .optional()
    .openapi({ description: "Of a cost: the place in this list, from 0, of the line that pays" }),
});

export const readBudget = route({
  method: "get",
  path: "/projects/{id}/budget",
  tags,
  summary: "Read the budget of a project",
  description:
    "Costs and what pays for them: approved (the first version approved), revised (the last), draft, actual (approved hours and expenses) and forecast. Money and in kind balance apart.",
  permission: works,
  refusals: known,
  request: { params },
  responses: { 200: json(budgetSchema, "The budget") },
});

export const changeBudget = route({
  method: "put",
  path: "/projects/{id}/budget",
  tags,
  summary: "Write the draft of a budget",
  description: "All its lines. It may be out of balance until it is approved. A budget that has been approved is revised with a reason.",
  permission: runs,
  refusals: [...known, budgetRefusals.reasonMissing, budgetRefusals.lineInUse, budgetRefusals.wrongLine],
  request: {
    params,
    body: jsonBody(z.strictObject({ reason: textField(1_000).optional(), lines: z.array(lineGiven).max(200) })),
  },
  responses: { 200: json(budgetSchema, "The budget") },
});

export const approveBudget = route({
  method: "put",
  path: "/projects/{id}/budget/approval",
  tags,
  summary: "Approve the draft of a budget",
  description: "Refused while costs and financing differ, with the difference in `details.balance`.",
  permission: runs,
  refusals: [...known, budgetRefusals.unbalanced, budgetRefusals.nothingToApprove],
  request: { params },
  responses: { 200: json(budgetSchema, "The budget") },
});

export const forecastBudget = route({
  method: "put",
  path: "/projects/{id}/budget/forecasts",
  tags,
  summary: "Say what lines are believed to come to",
  permission: runs,
  refusals: known,
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        forecasts: z.array(z.strictObject({ lineId: idField, amountOre: z.number().int().min(0).max(1_000_000_000_000) })).max(200),
      }),
    ),
  },
  responses: { 200: json(budgetSchema, "The budget") },
});

export const listFunderExamples = route({
  method: "get",
  path: "/funder-examples",
  tags,
  summary: "Examples of what funders ask for",
  description: "Each value with its source and date. They are copied into an award and changed there.",
  permission: "everyone",
  request: { query: pageQuery },
  responses: {
    200: json(
      pageOf(
        z
          .object({
            id: z.string(),
            names: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
            rules: z.array(rule),
            tranches: z.array(
              z.object({
                percent: z.number().int(),
                conditions: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
                awaits: z.enum(awaitedReports).optional(),
              }),
            ),
            years: z.number().int().nullable(),
          })
          .openapi("FunderExample"),
      ),
      "The examples",
    ),
  },
});

const tranche = z.strictObject({
  amountOre: amount,
  expectedOn: dayField.optional(),
  condition: textField(300).optional(),
  awaits: z.enum(awaitedReports).optional(),
});

export const listGrants = route({
  method: "get",
  path: "/projects/{id}/grants",
  tags,
  summary: "What may be taken up in a project",
  description:
    "Applications to calls for grants that were granted to the organization of the project, and are no project's award yet. Take one up with `POST /projects/{id}/fundings`.",
  permission: runs,
  refusals: known,
  request: { params },
  responses: { 200: json(z.object({ items: z.array(grant) }), "What was granted") },
});

export const addFunding = route({
  method: "post",
  path: "/projects/{id}/fundings",
  tags,
  summary: "Write down an award",
  description: "Rules, tranches and the deadline for the report are copied from `example`, if one is named.",
  permission: runs,
  refusals: [
    ...known,
    fundingRefusals.unknownExample,
    fundingRefusals.tranchesDiffer,
    fundingRefusals.noSuchGrant,
    projectRefusals.unknownPartner,
  ],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        funder: nameField(160),
        organization: idOrSlug.optional().openapi({ description: "The funder, when it is an organization here" }),
        submission: idField
          .optional()
          .openapi({ description: "The application it was granted for, of `GET /projects/{id}/grants`: its funder counts" }),
        decidedOn: dayField,
        reference: textField(120).optional(),
        amountOre: amount,
        conditions: textField(8_000).optional(),
        example: idOrSlug.optional(),
        tranches: z.array(tranche).max(20).optional(),
      }),
    ),
  },
  responses: { 201: json(projectSchema, "The project with the award") },
});

export const changeFunding = route({
  method: "patch",
  path: "/fundings/{id}",
  tags,
  summary: "Change what an award asks for",
  description: "A rule with `value` null is taken away. Every change of a rule is kept with its source and date.",
  permission: runs,
  refusals: known,
  request: {
    params: byId,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        reference: textField(120).nullable().optional(),
        conditions: textField(8_000).nullable().optional(),
        rules: z
          .array(
            z.strictObject({
              key: z.enum(ruleKeys),
              value: z.number().int().min(0).max(1_000_000_000_000).nullable(),
              source: nameField(300),
              sourceOn: dayField,
            }),
          )
          .max(ruleKeys.length)
          .optional(),
        tranches: z
          .array(z.strictObject({ id: idField, expectedOn: dayField.nullable() }))
          .max(20)
          .optional(),
      }),
    ),
  },
  responses: answer,
});

export const amendFunding = route({
  method: "post",
  path: "/fundings/{id}/changes",
  tags,
  summary: "Change an award after it was given",
  description:
    "Its sum, tranches and deadlines, with a reason and whether the funder agreed. What it was stays in `changes`. All tranches in order: one without an id is new, one left out is taken away.",
  permission: runs,
  refusals: [
    ...known,
    fundingRefusals.tranchesDiffer,
    fundingRefusals.trancheReceived,
    fundingRefusals.deadlineMet,
    fundingRefusals.deadlineTwice,
    fundingRefusals.nothingChanged,
  ],
  request: {
    params: byId,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        reason: nameField(1_000),
        agreedOn: dayField.nullable().optional(),
        agreedReference: textField(300).optional(),
        amountOre: amount.optional(),
        tranches: z
          .array(
            z.strictObject({
              id: idField.optional(),
              amountOre: amount,
              expectedOn: dayField.nullable().optional(),
              condition: textField(300).nullable().optional(),
              awaits: z.enum(awaitedReports).nullable().optional(),
            }),
          )
          .max(20)
          .optional(),
        deadlines: z
          .array(z.strictObject({ id: idField, dueOn: dayField }))
          .max(50)
          .optional(),
      }),
    ),
  },
  responses: { 201: json(projectSchema, "The project") },
});

export const writeReceipt = route({
  method: "post",
  path: "/fundings/{id}/receipts",
  tags,
  summary: "Write down money that came, or correct it",
  description: "A correction takes a receipt back by one with the opposite amount.",
  permission: runs,
  refusals: [...known, fundingRefusals.alreadyCorrected],
  request: {
    params: byId,
    body: jsonBody(
      z.union([
        z.strictObject({ trancheId: idField, receivedOn: dayField, amountOre: amount }),
        z.strictObject({ corrects: idField, reason: nameField(300) }),
      ]),
    ),
  },
  responses: { 201: json(projectSchema, "The project") },
});

export const addDeadline = route({
  method: "post",
  path: "/fundings/{id}/deadlines",
  tags,
  summary: "Set a deadline",
  description: "The lead and the managers are reminded thirty, seven and one day before, and the day after.",
  permission: runs,
  refusals: [...known, fundingRefusals.deadlineTwice],
  request: { params: byId, body: jsonBody(z.strictObject({ kind: z.enum(deadlineKinds), dueOn: dayField })) },
  responses: { 201: json(projectSchema, "The project") },
});

export const meetDeadline = route({
  method: "patch",
  path: "/funding-deadlines/{id}",
  tags,
  summary: "Say that a deadline is met",
  permission: runs,
  refusals: known,
  request: { params: byId, body: jsonBody(z.strictObject({ doneOn: dayField.nullable() })) },
  responses: answer,
});
