import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addCoHost, removeCoHost } from "./change-hosts.ts";
import * as contract from "./contract.ts";

/** Who holds an event together with the one that leads. */
export function coHostRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.addCoHost, async (c) => {
      const items = await addCoHost(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").organization);
      return c.json({ items }, 201);
    })
    .openapi(contract.removeCoHost, async (c) => {
      const { id, organization } = c.req.valid("param");
      await removeCoHost(installation, c.get("actor"), id, organization);
      return c.body(null, 204);
    });
}

export type CoHostApi = ReturnType<typeof coHostRoutes>;
