import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { type AidRow, addAid, correctAid, readStateAid } from "./state-aid.ts";

export function stateAidRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string, limit = 50, cursor?: string) => {
    const after = readCursorOf(cursor, ["day", "id"]);
    const { rows, undertakings, limit: most } = await readStateAid(installation, actor, id, limit, after);
    const { basis: _, ...told } = most;
    return { ...page(rows, limit, (row) => [row.grantedOn, row.id], presentAid), undertakings, limit: told };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readStateAid, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      return c.json(await shown(c.get("actor"), c.req.valid("param").id, limit, cursor), 200);
    })
    .openapi(contract.addAid, async (c) => {
      const { id } = c.req.valid("param");
      await addAid(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.correctAid, async (c) => {
      const organization = await correctAid(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(await shown(c.get("actor"), organization), 200);
    });
}

function presentAid({ organization_id: _, funding_id: __, basis, ...row }: AidRow) {
  return { ...row, basis: basis as "de_minimis" | "other" };
}

export type StateAidApi = ReturnType<typeof stateAidRoutes>;
