import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, fileField, idField, idOrSlug, nameField, textField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { budgetRefusals } from "../budget/refusals.ts";
import { projectRefusals } from "../refusals.ts";
import { ore } from "../shapes.ts";
import { expenseRefusals, hourRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const runs = "lead of the project, or manager of the organization" as const;
const works = "whoever works on the project, or manager of the organization" as const;
const tags = ["projects"];
const amount = z.number().int().min(1).max(100_000_000_000);

const hoursSchema = z
  .object({
    from: dayField,
    until: dayField,
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        from: dayField,
        yearlySalaryOre: ore.nullable().openapi({ description: "Only for those who run the project" }),
        rateOre: ore.nullable(),
        costs: z
          .array(
            z.object({
              lineId: z.uuid(),
              line: z.string(),
              rateOre: ore,
              capOre: ore.nullable(),
              perTenThousand: z.number().int().nullable().openapi({ description: "Ten-thousandths of the yearly salary" }),
              isCapped: z.boolean(),
            }),
          )
          .openapi({ description: "What an hour costs on each line by the funder's rules; for those who run the project" }),
      }),
    ),
    candidates: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .openapi({ description: "Who a rate may be set for: those with a position at the organization" }),
    lines: z.array(z.object({ id: z.uuid(), text: z.string(), isInKind: z.boolean() })),
    days: z.array(
      z.object({
        personId: z.uuid(),
        lineId: z.uuid(),
        day: dayField,
        minutes: z.number().int(),
        amountOre: ore,
        waiting: z.boolean().openapi({ description: "Whether something of it waits to be approved" }),
        note: z.string().nullable(),
        approvedBy: z.string().nullable(),
      }),
    ),
    waiting: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        week: dayField,
        minutes: z.number().int(),
        amountOre: ore,
        mayApprove: z.boolean(),
      }),
    ),
    abilities: z.object({ approve: z.boolean(), setRates: z.boolean(), write: z.boolean(), writeForOthers: z.boolean() }),
  })
  .openapi("ProjectHours");
const hoursAnswer = { 200: json(hoursSchema, "The week") };

export const readHours = route({
  method: "get",
  path: "/projects/{id}/hours",
  tags,
  summary: "A week of hours",
  description: "The week a day is in, this week when none is given. Everybody's for those who run the project, else your own.",
  permission: works,
  refusals: known,
  request: { params, query: z.object({ week: dayField.optional() }) },
  responses: hoursAnswer,
});

export const setRate = route({
  method: "put",
  path: "/projects/{id}/rates",
  tags,
  summary: "Say what somebody costs by the hour",
  description:
    "Either a yearly salary, of which the funder's rule makes a rate, or a rate. Whoever has a rate works on the project. Hours already written keep theirs.",
  permission: runs,
  refusals: [...known, projectRefusals.unknownPerson],
  request: {
    params,
    body: jsonBody(
      z
        .strictObject({ personId: idField, from: dayField, yearlySalaryOre: amount.optional(), rateOre: amount.optional() })
        .refine(({ yearlySalaryOre, rateOre }) => (yearlySalaryOre === undefined) !== (rateOre === undefined)),
    ),
  },
  responses: hoursAnswer,
});

export const writeHours = route({
  method: "put",
  path: "/projects/{id}/hours",
  tags,
  summary: "Write hours",
  description:
    "What each day comes to on a line; 0 takes it back. The difference to what stands is written as a row of its own, at the rate of the day under the funder's cap, and waits to be approved by another.",
  permission: works,
  refusals: [...known, ...Object.values(hourRefusals)],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        personId: idField.optional().openapi({ description: "Yourself when left out; others by those who run the project" }),
        days: z
          .array(
            z.strictObject({
              lineId: idField,
              day: dayField,
              minutes: z.number().int().min(0).max(1440),
              note: textField(300).optional(),
            }),
          )
          .min(1)
          .max(100),
      }),
    ),
  },
  responses: hoursAnswer,
});

export const approveHours = route({
  method: "put",
  path: "/projects/{id}/hours/approval",
  tags,
  summary: "Approve hours",
  description: "All that wait of a person in a time. Never by the one who worked or wrote them.",
  permission: runs,
  refusals: [...known, hourRefusals.byAnother, hourRefusals.nothingToApprove],
  request: { params, body: jsonBody(z.strictObject({ personId: idField, from: dayField, until: dayField })) },
  responses: hoursAnswer,
});

export const expenseSchema = z
  .object({
    id: z.uuid(),
    day: dayField,
    text: z.string(),
    supplier: z.string().nullable(),
    amountOre: ore.openapi({ description: "Negative in a correction" }),
    lineId: z.uuid(),
    financingLineId: z.uuid().nullable(),
    correctsId: z.uuid().nullable(),
    correctedById: z.uuid().nullable(),
    reason: z.string().nullable(),
    receipts: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .openapi("ProjectExpense");

export const listExpenses = route({
  method: "get",
  path: "/projects/{id}/expenses",
  tags,
  summary: "Expenses of a project",
  description: "The last first, with their receipts and corrections.",
  permission: works,
  refusals: known,
  request: { params, query: pageQuery },
  responses: { 200: json(pageOf(expenseSchema), "A page of expenses") },
});

export const addExpense = route({
  method: "post",
  path: "/projects/{id}/expenses",
  tags,
  summary: "Book an expense",
  description: "It is paid by the line the budget has for it, unless another is named. Its receipt is added as a file.",
  permission: works,
  refusals: [...known, expenseRefusals.wrongLine, expenseRefusals.inTheFuture, budgetRefusals.wrongLine],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        lineId: idField,
        financingLineId: idField.optional(),
        day: dayField,
        text: nameField(200),
        supplier: textField(160).optional(),
        amountOre: amount,
      }),
    ),
  },
  responses: { 201: json(expenseSchema, "The expense") },
});

export const correctExpense = route({
  method: "put",
  path: "/project-expenses/{id}/correction",
  tags,
  summary: "Take an expense back",
  description: "By a new row with the opposite amount. What was written stays.",
  permission: runs,
  refusals: [...known, expenseRefusals.alreadyCorrected],
  request: { params: z.object({ id: idField }), body: jsonBody(z.strictObject({ reason: nameField(300) })) },
  responses: { 200: json(expenseSchema, "The expense, corrected") },
});

const fileSchema = z
  .object({ id: z.uuid(), kind: z.enum(["receipt", "auditor_statement", "attachment"]), name: z.string(), bytes: z.number().int() })
  .openapi("ProjectFile");

export const addFile = route({
  method: "post",
  path: "/projects/{id}/files",
  tags,
  summary: "Add a receipt or an attachment",
  description:
    "PDF, PNG, JPEG, WebP, XLSX or DOCX, up to 15 MB. A receipt is of an `expense`; an auditor's statement and other attachments go with the report to the funder of an award, `funding`.",
  permission: works,
  refusals: [...known, requestRefusals.tooLarge, expenseRefusals.wrongFile],
  request: {
    params,
    query: z
      .object({ kind: z.enum(["receipt", "auditor_statement", "attachment"]), expense: idField.optional(), funding: idField.optional() })
      .refine(({ kind, expense, funding }) => (kind === "receipt" ? expense && !funding : funding && !expense)),
    body: {
      content: { "multipart/form-data": { schema: z.object({ file: fileField }) } },
      required: true,
    },
  },
  responses: { 201: json(z.object({ items: z.array(fileSchema) }), "The files of the project") },
});

export const readFile = route({
  method: "get",
  path: "/projects/{id}/files/{fileId}",
  tags,
  summary: "Fetch a receipt or an attachment",
  permission: works,
  refusals: known,
  request: { params: params.extend({ fileId: idField }) },
  responses: {
    200: { description: "The file", content: { "application/octet-stream": { schema: { type: "string" as const, format: "binary" } } } },
  },
});
