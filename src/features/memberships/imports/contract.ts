import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { importRefusals } from "../../../platform/imports/index.ts";

const kindField = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z-]+$/)
  .openapi({ example: "members", description: "members, people, organizations, spaces; enrollments or observations of a program" });
const mappingField = z.record(z.string().max(40), z.string().max(500)).openapi({
  description: "Column of the import → name of the column in the file",
  example: { email: "E-post", name: "Navn", from: "Medlem fra" },
});
const mappingText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return mappingField.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .openapi({ type: "string", description: "JSON: column of the import → name of the column in the file. Proposed when left out." });

const ofOrganization = z.object({ id: idOrSlug.openapi({ description: "Id or slug of the organization or network" }) });
const ofRun = z.object({ id: idField });
const reached = [accessRefusals.signIn, accessRefusals.notHere];

const counts = z.object({ create: z.number().int(), change: z.number().int(), same: z.number().int(), refuse: z.number().int() });

const importRun = z
  .object({
    id: idField,
    kind: z.string(),
    kindName: z.string().openapi({ description: "In the language asked for" }),
    organization: z.object({ id: idField, slug: z.string(), name: z.string() }),
    page: z.string().nullable().openapi({
      description: "Of what is brought into something of the organization's: the page that takes such files, without a language",
    }),
    shownOn: z.string().nullable().openapi({ description: "And the page that shows what came of them" }),
    fileName: z.string(),
    state: z.enum(["uploaded", "checking", "checked", "importing", "imported", "failed"]).openapi({
      description:
        "`uploaded`: say which column is which. `checked`: the rows can be read, and confirmed. Nothing is written before `importing`.",
    }),
    choice: z.enum(["all", "good"]).nullable(),
    rowsTotal: z.number().int(),
    rowsDone: z.number().int(),
    counts,
    header: z.array(z.object({ name: z.string(), title: z.string(), examples: z.array(z.string()) })),
    columns: z.array(z.object({ key: z.string(), label: z.string(), help: z.string(), isRequired: z.boolean() })),
    mapping: mappingField,
    missing: z.array(z.string()).openapi({ description: "Required columns that nothing in the file is matched to" }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    abilities: z.object({ match: z.boolean(), importAll: z.boolean(), importGood: z.boolean() }),
  })
  .openapi("Import");

const importedRow = z
  .object({
    row: z.number().int().openapi({ description: "As the spreadsheet program numbers it" }),
    outcome: z.enum(["create", "change", "same", "refuse"]),
    label: z.string(),
    reasons: z.array(z.object({ code: z.string(), column: z.string().nullable(), message: z.string() })),
    changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  })
  .openapi("ImportRow");

/** A file is kept and checked. */
export const startImport = route({
  method: "post",
  path: "/organizations/{id}/imports",
  tags: ["imports"],
  summary: "Send a spreadsheet to be checked",
  description:
    "CSV (semicolon, comma or tab; UTF-8 or Windows-1252) or XLSX, at most 25 MB and 100,000 rows. Nothing is written before it is confirmed. Read the import until its state is `checked`, then its rows. Managers bring in members, people and spaces of their organization; coordinators organizations too.",
  permission: "manager of the organization",
  refusals: [
    ...reached,
    importRefusals.unknownKind,
    importRefusals.unknownPlace,
    importRefusals.unreadableFile,
    importRefusals.noRows,
    importRefusals.unknownColumn,
    importRefusals.columnUsedTwice,
  ],
  request: {
    params: ofOrganization,
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.strictObject({
            kind: kindField,
            file: z.custom<File>((value) => value instanceof File && value.size > 0).openapi({ type: "string", format: "binary" }),
            mapping: mappingText.optional(),
            into: idOrSlug
              .optional()
              .openapi({ description: "What it goes into, for enrollments and observations: id or slug of the program" }),
            start: z.enum(["now", "later"]).default("now").openapi({ description: "`later`: match the columns first" }),
          }),
        },
      },
    },
  },
  responses: { 201: json(importRun, "The import") },
});

/** The latest imports of an organization. */
export const listImports = route({
  method: "get",
  path: "/organizations/{id}/imports",
  tags: ["imports"],
  summary: "List the latest imports",
  description: "The twenty latest, newest first. They are forgotten after thirty days.",
  permission: "manager of the organization",
  refusals: reached,
  request: { params: ofOrganization },
  responses: {
    200: json(
      z.object({
        organization: z.object({ id: idField, slug: z.string(), name: z.string() }),
        kinds: z.array(z.object({ name: z.string(), label: z.string() })),
        items: z.array(importRun),
      }),
      "The imports, and what the reader may bring in",
    ),
  },
});

/** How far an import has come. */
export const readImport = route({
  method: "get",
  path: "/imports/{id}",
  tags: ["imports"],
  summary: "Read an import",
  permission: "manager of the organization",
  refusals: reached,
  request: { params: ofRun },
  responses: { 200: json(importRun, "The import") },
});

/** What becomes of each row. */
export const listRows = route({
  method: "get",
  path: "/imports/{id}/rows",
  tags: ["imports"],
  summary: "List the rows of an import",
  description: "In the order of the file, with the reasons in the language asked for.",
  permission: "manager of the organization",
  refusals: reached,
  request: { params: ofRun, query: pageQuery.extend({ outcome: z.enum(["create", "change", "same", "refuse"]).optional() }) },
  responses: { 200: json(pageOf(importedRow), "A page of rows") },
});

/** The refused rows as a file. */
export const refusedRows = route({
  method: "get",
  path: "/imports/{id}/refused.csv",
  tags: ["imports"],
  summary: "Download the refused rows",
  description: "As they were sent, with the reasons in a last column: corrected, the file can be sent again.",
  permission: "manager of the organization",
  refusals: reached,
  request: { params: ofRun },
  responses: { 200: { content: { "text/csv": { schema: z.string() } }, description: "CSV for Norwegian Excel" } },
});

/** Which column is which. */
export const matchColumns = route({
  method: "put",
  path: "/imports/{id}/mapping",
  tags: ["imports"],
  summary: "Say which column is which",
  description: "The file is checked anew. Remembered for the next file with the same headings.",
  permission: "manager of the organization",
  refusals: [
    ...reached,
    importRefusals.unknownColumn,
    importRefusals.columnUsedTwice,
    importRefusals.columnsMissing,
    importRefusals.notReady,
    importRefusals.alreadyDone,
  ],
  request: { params: ofRun, body: jsonBody(z.strictObject({ columns: mappingField })) },
  responses: { 200: json(importRun, "The import") },
});

/** All rows, or the good ones. */
export const confirmImport = route({
  method: "put",
  path: "/imports/{id}/confirmation",
  tags: ["imports"],
  summary: "Import all rows, or the good ones",
  description:
    "`all` is refused while rows are. Everything is written in one transaction: all of it, or nothing. Every row is decided once more when it is written; `all` then goes back to `checked` if a row has become bad in the meantime.",
  permission: "manager of the organization",
  refusals: [...reached, importRefusals.rowsRefused, importRefusals.notReady, importRefusals.alreadyDone],
  request: { params: ofRun, body: jsonBody(z.strictObject({ rows: z.enum(["all", "good"]) })) },
  responses: { 200: json(importRun, "The import") },
});

/** A file to fill in. */
export const downloadTemplate = route({
  method: "get",
  path: "/import-templates/{file}",
  tags: ["imports"],
  summary: "Download a template",
  description: "`members.csv`, `members.xlsx` and so on: the headings in the language asked for, and one example row.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ file: z.string().regex(/^[a-z]+\.(csv|xlsx)$/) }) },
  responses: { 200: { content: { "text/csv": { schema: z.string() } }, description: "The template" } },
});
