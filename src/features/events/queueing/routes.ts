import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { leaveQueue, standInQueue } from "./stand-in-queue.ts";

/** The queue in front of an event many want to come to. */
export function eventQueueRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.standInQueue, async (c) => {
      const { opensAt, letInUntil, ...standing } = await standInQueue(installation, c.get("actor"), c.req.valid("param").id);
      return c.json({ ...standing, opensAt: opensAt?.toString() ?? null, letInUntil: letInUntil?.toString() ?? null }, 200);
    })
    .openapi(contract.leaveQueue, async (c) => {
      await leaveQueue(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type EventQueueApi = ReturnType<typeof eventQueueRoutes>;
