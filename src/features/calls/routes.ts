import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { changeCall } from "./change-call.ts";
import * as contract from "./contract.ts";
import { createCall } from "./create-call.ts";
import { presentCall, presentLine } from "./present.ts";
import { readCall, searchCalls } from "./read-call.ts";

/** Calls: finding, making, reading and changing them. */
export function callRoutes(installation: Installation) {
  const { db, now } = installation;
  const moment = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));
  const whole = async (actor: Actor, id: string) => presentCall(await readCall(db, actor, id), actor, now());
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listCalls, async (c) => {
      const { cursor, ...search } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await searchCalls(db, c.get("actor"), { ...search, at: now(), after });
      return c.json(
        page(
          rows,
          search.limit,
          ({ closes_at, id }) => [closes_at.toString(), id],
          (row) => presentLine(row, now()),
        ),
        200,
      );
    })
    .openapi(contract.createCall, async (c) => {
      const given = c.req.valid("json");
      const times = { opensAt: moment(given.opensAt), closesAt: Temporal.Instant.from(given.closesAt) };
      const id = await createCall(installation, c.get("actor"), { ...given, ...times });
      return c.json(await whole(c.get("actor"), id), 201, { location: `/api/v1/calls/${id}` });
    })
    .openapi(contract.readCall, async (c) => {
      const call = await whole(c.get("actor"), c.req.valid("param").id);
      return c.json(call, 200, { etag: etag(call.version) });
    })
    .openapi(contract.changeCall, async (c) => {
      const change = c.req.valid("json");
      const times = { opensAt: moment(change.opensAt), closesAt: moment(change.closesAt) };
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const id = await changeCall(installation, c.get("actor"), c.req.valid("param").id, { ...change, ...times }, expected);
      const call = await whole(c.get("actor"), id);
      return c.json(call, 200, { etag: etag(call.version) });
    });
}

export type CallApi = ReturnType<typeof callRoutes>;
