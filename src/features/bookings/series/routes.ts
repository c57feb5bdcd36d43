import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { presentBooking } from "../present.ts";
import { findBooking } from "../queries.ts";
import { previewSeries } from "./book-series.ts";
import { readSeries } from "./change-series.ts";
import { timesOf } from "./contract.ts";
import { describeBooking } from "./describe.ts";
import * as contract from "./route-contract.ts";

export function seriesRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readOccurrences, async (c) => {
      const query = c.req.valid("query");
      const asked = { kind: "booking" as const, isHold: false, exceptions: [], skipsConflicts: false };
      const request = { ...query, ...asked, ...timesOf(query), resourceId: c.req.valid("param").id };
      const items = await previewSeries(installation, c.get("actor"), request, c.get("language"));
      return c.json({ items, conflicts: items.filter(({ problem }) => problem !== null).length }, 200);
    })
    .openapi(contract.describeBooking, async (c) => {
      const { id } = c.req.valid("param");
      const { title, note, ...rest } = c.req.valid("json");
      const written = { title: title || null, note: note || null, ...rest };
      await describeBooking(installation, c.get("actor"), { id, ...written, expected: expectedVersion(c.req.valid("header")["if-match"]) });
      return c.json(presentBooking(found(await findBooking(installation.db, id)), c.get("actor"), installation.now()), 200);
    })
    .openapi(contract.readSeries, async (c) => {
      const { series, rows } = await readSeries(installation, c.get("actor"), c.req.valid("param").id);
      const items = rows.map((row) => presentBooking(row, c.get("actor"), installation.now()));
      return c.json({ id: series.id, recurrence: series.recurrence, openUntil: series.open_until?.toString() ?? null, items }, 200);
    });
}

export type SeriesApi = ReturnType<typeof seriesRoutes>;
