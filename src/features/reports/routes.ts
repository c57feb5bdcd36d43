import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { dayIn } from "../../platform/time/day.ts";
import { changeReport, dropReport } from "./change-report.ts";
import * as contract from "./contract.ts";
import { createReport } from "./create-report.ts";
import { readCurveRows } from "./curves/curve-rows.ts";
import { correctReport } from "./editions/correct-report.ts";
import { formAsked, reportFile } from "./files/report-files.ts";
import { amountPlace, type RowOrder } from "./metrics/row-order.ts";
import { presentLine, presentReport } from "./present.ts";
import { publishReport } from "./publish-report.ts";
import type { AfterKept } from "./queries.ts";
import { listReports, readKeptRows, readReport } from "./read-report.ts";

export function reportRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string, language: Language) =>
    presentReport(await readReport(installation, actor, id, language), dayIn(installation.now(), "Europe/Oslo"));
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listReports, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const after = readCursorOf(cursor, ["day", "id"]);
      const { rows, maySeeDrafts } = await listReports(installation, c.get("actor"), c.req.valid("param").id, limit, after);
      const list = page(rows, limit, (row) => [row.from_day, row.id], presentLine);
      return c.json({ ...list, abilities: { create: maySeeDrafts } }, 200);
    })
    .openapi(contract.createReport, async (c) => {
      const given = { ...c.req.valid("json"), organization: c.req.valid("param").id };
      const id = await createReport(installation, c.get("actor"), given, c.get("language"));
      return c.json(await shown(c.get("actor"), id, c.get("language")), 201, { location: `/api/v1/reports/${id}` });
    })
    .openapi(contract.readReport, async (c) => {
      const { id } = c.req.valid("param");
      const report = await shown(c.get("actor"), id, c.get("language"));
      c.header("vary", "accept");
      const form = formAsked(c.req.header("accept"));
      if (form === "json") return c.json(report, 200);
      if (form === "html")
        return new Response(null, { status: 303, headers: { location: `/${c.get("language")}/reports/${report.slug}` } }) as never;
      return (await reportFile(installation, c.get("actor"), report.id, form, c.get("language"))) as never;
    })
    .openapi(contract.changeReport, async (c) => {
      const { id } = c.req.valid("param");
      const { "if-match": ifMatch } = c.req.valid("header");
      await changeReport(installation, c.get("actor"), id, c.req.valid("json"), expectedVersion(ifMatch));
      return c.json(await shown(c.get("actor"), id, c.get("language")), 200);
    })
    .openapi(contract.dropReport, async (c) => {
      await dropReport(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.publishReport, async (c) => {
      const { id } = c.req.valid("param");
      const { "if-match": ifMatch } = c.req.valid("header");
      await publishReport(installation, c.get("actor"), id, expectedVersion(ifMatch), c.get("language"));
      return c.json(await shown(c.get("actor"), id, c.get("language")), 200);
    })
    .openapi(contract.correctReport, async (c) => {
      const id = await correctReport(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(await shown(c.get("actor"), id, c.get("language")), 201, { location: `/api/v1/reports/${id}` });
    })
    .openapi(contract.readCurveRows, async (c) => {
      const { id, curve } = c.req.valid("param");
      const { limit, cursor } = c.req.valid("query");
      const [after] = readCursorOf(cursor, ["integer"]) ?? [];
      const { rows, ...counted } = await readCurveRows(installation.db, c.get("actor"), { report: id, curve, limit, after });
      const list = page(
        rows,
        limit,
        ({ number }) => [number],
        (row) => row,
      );
      return c.json({ ...list, ...counted }, 200);
    })
    .openapi(contract.readReportRows, async (c) => {
      const { id, metric } = c.req.valid("param");
      const { limit, cursor, order } = c.req.valid("query");
      const asked = { limit, after: afterKept(cursor, order), order };
      const { rows, ...counted } = await readKeptRows(installation, c.get("actor"), id, metric, asked);
      const placeOf = (row: (typeof rows)[number]) => [...(order === "day" ? [] : amountPlace(order, row.amount)), row.number];
      return c.json({ ...page(rows, limit, placeOf, (row) => row), ...counted }, 200);
    });
}

function afterKept(cursor: string | undefined, order: RowOrder): AfterKept | undefined {
  if (order === "day") {
    const place = readCursorOf(cursor, ["integer"]);
    return place && { number: place[0] };
  }
  const place = readCursorOf(cursor, ["integer", "number", "integer"]);
  return place && { amount: [place[0], place[1]], number: place[2] };
}

export type ReportApi = ReturnType<typeof reportRoutes>;
