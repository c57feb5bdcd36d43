import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Actor } from "../access/actor.ts";
import { accessRefusals } from "../access/refusals.ts";
import type { Installation } from "../installation.ts";
import type { Language } from "../language/language.ts";
import { type SheetRows, writeCsv, writeXlsx } from "../sheets/index.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { fileAnswer } from "./file-answer.ts";
import { refuseInvalid } from "./refuse-invalid.ts";
import { type Permission, route } from "./route.ts";

/** What an export holds. Rows come as they are read. */
export type Export = { name: string; titles: readonly string[]; rows: SheetRows };

type ExportRoute = {
  /** Without ending: "/organizations/{id}/members". */
  path: string;
  tag: string;
  summary: string;
  permission: Permission;
  /** Authorizes, then gives the rows; titles are in the reader's language. Throws before the first row or not at all. */
  read(asked: { actor: Actor; id: string; language: Language }): Promise<Export>;
};

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Addresses that give a list as a file, `PATH.csv` and `PATH.xlsx`. CSV comes as Norwegian Excel opens it, or with `?form=plain` for
 * programs. A text that a spreadsheet would run as a formula is made harmless.
 */
export function exportRoutes({ now }: Pick<Installation, "now">, exports: readonly ExportRoute[]) {
  const routes = new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid });
  for (const { path, tag, summary, permission, read } of exports) {
    const params = z.object(
      path.includes("{id}")
        ? {
            id: z
              .string()
              .min(1)
              .max(80)
              .regex(/^[a-z0-9-]+$/i),
          }
        : {},
    );
    const declared = { method: "get" as const, tags: [tag], permission, refusals: [accessRefusals.signIn, accessRefusals.notHere] };
    const csv = route({
      ...declared,
      path: `${path}.csv`,
      summary: `${summary} as CSV`,
      request: { params, query: z.object({ form: z.enum(["excel", "plain"]).default("excel") }) },
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
      request: { params },
      responses: { 200: { content: { [xlsx]: { schema: z.string() } }, description: "One sheet" } },
    });
    routes.openapi(csv, async (c) => {
      const { name, titles, rows } = await read({ actor: c.get("actor"), id: c.req.param("id") ?? "", language: c.get("language") });
      return fileAnswer(writeCsv(titles, rows, c.req.valid("query").form), `${name}.csv`);
    });
    routes.openapi(workbook, async (c) => {
      const { name, titles, rows } = await read({ actor: c.get("actor"), id: c.req.param("id") ?? "", language: c.get("language") });
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
