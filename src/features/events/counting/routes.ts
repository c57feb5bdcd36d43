import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { readCountRows } from "../read.ts";
import * as contract from "./contract.ts";

/** What the counts of an event are made of. */
export function countRoutes({ db, now }: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid }).openapi(contract.listCountRows, async (c) => {
    const [{ id, count }, { cursor, limit }] = [c.req.valid("param"), c.req.valid("query")];
    const rows = await readCountRows(db, c.get("actor"), id, { count, limit, after: readCursorOf(cursor, ["text", "id"]), at: now() });
    return c.json(
      page(
        rows,
        limit,
        (row) => [row.name ?? "", row.id],
        (row) => row,
      ),
      200,
    );
  });
}

export type CountApi = ReturnType<typeof countRoutes>;
