import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Actor } from "../access/actor.ts";
import { accessRefusals } from "../access/refusals.ts";
import type { Installation } from "../installation.ts";
import type { Language } from "../language/language.ts";
import { type SheetRows, writeCsv, writeXlsx } from "../sheets/index.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { idOrSlug } from "./fields.ts";
import { fileAnswer } from "./file-answer.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import { type Permission, route } from "./route.ts";

/** What an export holds. Rows come as they are read. */
export type Export = { name: string; titles: readonly string[]; rows: SheetRows };

type ExportRoute<Filters extends z.ZodObject> = {
  /** Without ending: "/organizations/{id}/members". */
  path: string;
  tag: string;
  summary: string;
  permission: Permission;
  /** What the list can be narrowed by: the names and meanings the list itself has. */
  filters: Filters;
  /** Authorizes, then gives the rows; titles are in the reader's language. Throws before the first row or not at all. */
  read(asked: { actor: Actor; id: string; language: Language; filters: z.infer<Filters> }): Promise<Export>;
};

/** An export as it is mounted: its filters have been read by its own schema. */
export type AnyExport = ExportRoute<z.ZodObject>;

/** Declares an export, so that `read` knows its filters. */
export function sheetExport<Filters extends z.ZodObject>(declared: ExportRoute<Filters>): AnyExport {
  return { ...declared, read: (asked) => declared.read({ ...asked, filters: asked.filters as z.infer<Filters> }) };
}

const csvForm = z.enum(["excel", "plain"]).default("excel");
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Addresses that give a list as a file, `PATH.csv` and `PATH.xlsx`. CSV comes as Norwegian Excel opens it, or with `?form=plain` for
 * programs. A text that a spreadsheet would run as a formula is made harmless.
 */
export function exportRoutes({ now }: Pick<Installation, "now">, exports: readonly AnyExport[]) {
  const routes = new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid });
  for (const { path, tag, summary, permission, filters, read } of exports) {
    const params = z.object(path.includes("{id}") ? { id: idOrSlug } : {});
    const declared = { method: "get" as const, tags: [tag], permission, refusals: [accessRefusals.signIn, accessRefusals.notHere] };
    const csv = route({
      ...declared,
      path: `${path}.csv`,
      summary: `${summary} as CSV`,
      request: { params, query: filters.extend({ form: csvForm }) },
      responses: {
        200: {
          content: { "text/csv": { schema: z.string() } },
          description: "Semicolons, decimal comma and Norwegian dates, or `form=plain`",
        },
      },
    });
    const workbook = route({
      ...declared,
      path: `${path}.xlsx`,
      summary: `${summary} as a workbook`,
      request: { params, query: filters },
      responses: { 200: { content: { [xlsx]: { schema: z.string() } }, description: "One sheet" } },
    });
    const asked = (c: Context<ApiEnvironment>) => ({ actor: c.get("actor"), id: c.req.param("id") ?? "", language: c.get("language") });
    routes.openapi(csv, async (c) => {
      const { form, ...given } = c.req.valid("query");
      const { name, titles, rows } = await read({ ...asked(c), filters: given });
      return fileAnswer(writeCsv(titles, rows, csvForm.parse(form)), `${name}.csv`);
    });
    routes.openapi(workbook, async (c) => {
      const { name, titles, rows } = await read({ ...asked(c), filters: c.req.valid("query") });
      return fileAnswer(writeXlsx({ name, columns: titles.map((title) => ({ title })), rows }, now()), `${name}.xlsx`);
    });
  }
  return routes;
}

const rowsAtATime = 1_000;

/** The rows of a list in parts, each read after the one before was sent: no long transaction, no list in memory. */
export async function* inParts<Row, Line>(
  readAfter: (last: Row | undefined, limit: number) => Promise<Row[]>,
  line: (row: Row) => Line,
): AsyncGenerator<Line> {
  let last: Row | undefined;
  for (;;) {
    const rows = await readAfter(last, rowsAtATime);
    for (const row of rows) yield line(row);
    last = rows.at(-1);
    if (rows.length < rowsAtATime) return;
  }
}

/** A day as a date cell. */
export function dayCell(day: string | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day);
}
