import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { addResource } from "./add-resource.ts";
import { changeResource } from "./change-resource.ts";
import * as contract from "./contract.ts";
import { presentResource } from "./present.ts";
import { findResource, searchResources } from "./queries.ts";

export function resourceRoutes(installation: Installation) {
  const { db, now } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listResources, async (c) => {
      const { cursor, inUse, ...search } = c.req.valid("query");
      const after = readCursorOf(cursor, ["id", "integer", "text", "id"]);
      const rows = await searchResources(db, { ...search, after, today: inUse === "today" ? dayIn(now(), "Europe/Oslo") : undefined });
      const keyOf = (row: (typeof rows)[number]) => [row.space_id, row.place_in_order, row.name, row.id];
      return c.json(
        page(rows, search.limit, keyOf, (row) => presentResource(row, c.get("actor"))),
        200,
      );
    })
    .openapi(contract.readResource, async (c) => {
      const row = found(await findResource(db, c.req.valid("param").id));
      return c.json(presentResource(row, c.get("actor")), 200, { etag: etag(row.version) });
    })
    .openapi(contract.addResource, async (c) => {
      const id = await addResource(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      const row = found(await findResource(db, id));
      return c.json(presentResource(row, c.get("actor")), 201, { etag: etag(row.version), location: `/api/v1/resources/${id}` });
    })
    .openapi(contract.changeResource, async (c) => {
      const { id } = c.req.valid("param");
      const edit = { actor: c.get("actor"), id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await changeResource(installation, edit, c.req.valid("json"));
      const row = found(await findResource(db, id));
      return c.json(presentResource(row, c.get("actor")), 200, { etag: etag(row.version) });
    });
}

export type ResourceApi = ReturnType<typeof resourceRoutes>;
