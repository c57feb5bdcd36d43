import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { sides } from "../budget/balance.ts";
import { ore, pairSchema, texts } from "../shapes.ts";
import { answerKinds } from "./answers.ts";
import { missingKinds } from "./pack.ts";
import { packRefusals } from "./refusals.ts";

const byId = z.object({ id: idField });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const permission = "lead of the project, or manager of the organization" as const;
const tags = ["projects"];

const packSchema = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    project: z.object({ id: z.uuid(), slug: z.string(), titles: texts, organization: z.object({ slug: z.string(), name: z.string() }) }),
    funding: z.object({
      id: z.uuid(),
      funder: z.string(),
      funderSlug: z.string().nullable(),
      reference: z.string().nullable(),
      amountOre: ore,
    }),
    from: dayField,
    to: dayField,
    narrative: z.string(),
    isFinal: z.boolean().openapi({ description: "Whether the period ends with the project" }),
    deviationLimitPercent: z.number(),
    attestationOre: ore.nullable(),
    needsAttestation: z.boolean(),
    lines: z.array(
      z.object({
        id: z.uuid(),
        side: z.enum(sides),
        text: z.string(),
        isInKind: z.boolean(),
        plannedOre: ore,
        actualOre: ore.openapi({ description: "From the start of the project to the end of the period" }),
        periodOre: ore,
        deviationPercent: z.number().nullable(),
        mustExplain: z.boolean(),
        explanation: z.string(),
      }),
    ),
    actual: pairSchema,
    hours: z.array(z.object({ name: z.string().nullable(), minutes: z.number().int(), amountOre: ore })),
    activities: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        titles: texts,
        day: dayField,
        registered: z.number().int(),
        checkedIn: z.number().int(),
      }),
    ),
    milestones: z.array(
      z.object({
        title: z.string(),
        plannedOn: dayField,
        forecastOn: dayField.nullable(),
        doneOn: dayField.nullable(),
        evidence: z.string().nullable(),
      }),
    ),
    partners: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
    attachments: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })),
    expenses: z
      .array(
        z.object({
          ...{ day: dayField, text: z.string(), supplier: z.string().nullable(), line: z.string() },
          ...{ amountOre: z.number().int(), receipts: z.array(z.string()) },
        }),
      )
      .nullable()
      .openapi({ description: "What was bought in the period, without what was taken back; null in a report sent before they were kept" }),
    missing: z.array(z.enum(missingKinds)).openapi({ description: "What stands between the report and its sending" }),
    sentAt: z.string().nullable(),
    acceptedOn: dayField.nullable(),
    acceptedReference: z.string().nullable(),
    answers: z
      .array(
        z.object({
          ...{ id: z.uuid(), kind: z.enum(answerKinds), remark: z.string().nullable(), dueOn: dayField.nullable() },
          ...{ sentAt: z.string(), answeredAt: z.string(), answeredBy: z.string().nullable() },
        }),
      )
      .openapi({ description: "What its funder answered here, the first answer first" }),
    isAnsweredHere: z.boolean().openapi({ description: "Whether the funder answers it here; else its acceptance is written down" }),
    abilities: z.object({ edit: z.boolean(), writeAcceptance: z.boolean(), answer: z.boolean(), seeProject: z.boolean() }),
    version: z.number().int(),
  })
  .openapi("ReportPack");

export const createPack = route({
  method: "post",
  path: "/fundings/{id}/report-packs",
  tags,
  summary: "Begin a report to a funder",
  description: "Over a period; one that ends with the project is the final one.",
  permission,
  refusals: [...known, packRefusals.emptyPeriod],
  request: { params: byId, body: jsonBody(z.strictObject({ from: dayField, to: dayField })) },
  responses: { 201: json(packSchema, "The report") },
});

export const readPack = route({
  method: "get",
  path: "/report-packs/{id}",
  tags,
  summary: "Read a report to a funder",
  description:
    "Plan beside actual, deviations, activities counted from the linked events, hours, attachments. As it was sent, or as it is now; its funder, where it decided here, reads it as it was sent. At `.pdf` and `.xlsx` as files.",
  permission: "lead of the project, or manager of the organization or of its funder",
  refusals: known,
  request: { params: byId },
  responses: { 200: json(packSchema, "The report") },
});

export const changePack = route({
  method: "patch",
  path: "/report-packs/{id}",
  tags,
  summary: "Write the words of a report to a funder",
  description: "What was done, and by line why it came to another sum than planned.",
  permission,
  refusals: [...known, packRefusals.sent],
  request: {
    params: byId,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({ narrative: textField(20_000).optional(), explanations: z.record(idField, textField(2_000)).optional() }),
    ),
  },
  responses: { 200: json(packSchema, "The report") },
});

export const sendPack = route({
  method: "put",
  path: "/report-packs/{id}/sending",
  tags,
  summary: "Say that a report is sent to the funder",
  description: "It is frozen. Refused while something is missing: `details.missing`.",
  permission,
  refusals: [...known, packRefusals.notReady, packRefusals.sent],
  request: { params: byId, headers: ifMatchHeader },
  responses: { 200: json(packSchema, "The report") },
});

export const acceptPack = route({
  method: "put",
  path: "/report-packs/{id}/acceptance",
  tags,
  summary: "Write down that a funder has accepted a report",
  description: "Where the funder does not answer here itself.",
  permission,
  refusals: [...known, packRefusals.notSent, packRefusals.funderAnswers],
  request: { params: byId, body: jsonBody(z.strictObject({ on: dayField, reference: textField(160).optional() })) },
  responses: { 200: json(packSchema, "The report") },
});

export const answerPack = route({
  method: "post",
  path: "/report-packs/{id}/answers",
  tags,
  summary: "Answer a report as its funder",
  description:
    "Where the grant was decided in a call here. Accepted, it lets the tranches go that waited for it, `paidOn` when given. Returned, it is open again to those who wrote it, with a deadline; they are told.",
  permission: "manager or coordinator of the funder",
  refusals: [...known, packRefusals.notSent, packRefusals.answered, packRefusals.dueInThePast],
  request: {
    params: byId,
    headers: ifMatchHeader,
    body: jsonBody(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("accepted"), reference: textField(160).optional(), paidOn: dayField.optional() }),
        z.strictObject({ kind: z.literal("returned"), remark: nameField(4_000), dueOn: dayField }),
      ]),
    ),
  },
  responses: { 201: json(packSchema, "The report") },
});

const received = z
  .object({
    ...{ id: z.uuid(), number: z.number().int(), from: dayField, to: dayField },
    project: z.object({ titles: texts, organization: z.object({ slug: z.string(), name: z.string() }) }),
    sentAt: z.string(),
    acceptedOn: dayField.nullable(),
    dueOn: dayField.nullable().openapi({ description: "By when what was asked for is expected" }),
  })
  .openapi("ReceivedReport");

export const listReceived = route({
  method: "get",
  path: "/organizations/{id}/report-packs",
  tags,
  summary: "Reports sent to a funder",
  description: "About what was granted in its calls; the last sent first.",
  permission: "manager or coordinator of the funder",
  refusals: known,
  request: {
    params: z.object({ id: idOrSlug }),
    query: pageQuery.extend({
      state: z.enum(["waiting", "answered"]).default("waiting").openapi({ description: "Those to answer, or those accepted or sent back" }),
    }),
  },
  responses: { 200: json(pageOf(received), "A page of reports") },
});
