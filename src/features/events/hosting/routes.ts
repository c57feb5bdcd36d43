import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addCoHost, removeCoHost } from "./change-hosts.ts";
import { addCoHostAlike, removeCoHostAlike } from "./change-hosts-alike.ts";
import * as contract from "./contract.ts";

/** Who holds an event together with the one that leads. */
export function coHostRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.addCoHost, async (c) => {
      const items = await addCoHost(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").organization);
      return c.json({ items }, 201);
    })
    .openapi(contract.addCoHostToAll, async (c) => {
      const changed = await addCoHostAlike(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").organization);
      return c.json({ changed }, 201);
    })
    .openapi(contract.removeCoHostOfAll, async (c) => {
      const { id, organization } = c.req.valid("param");
      return c.json({ changed: await removeCoHostAlike(installation, c.get("actor"), id, organization) }, 200);
    })
    .openapi(contract.removeCoHost, async (c) => {
      const { id, organization } = c.req.valid("param");
      await removeCoHost(installation, c.get("actor"), id, organization);
      return c.body(null, 204);
    });
}

export type CoHostApi = ReturnType<typeof coHostRoutes>;
