import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { cursorRefusals, page, readCursor } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { presentTroubledJob } from "./present.ts";
import { readQueues, readTroubledJobs } from "./read-jobs.ts";
import { retryJob } from "./retry-job.ts";

export function jobRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listQueues, async (c) => c.json({ items: await readQueues(installation, c.get("actor")), nextCursor: null }, 200))
    .openapi(contract.listTroubledJobs, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const rows = await readTroubledJobs(installation, c.get("actor"), limit + 1, before(cursor));
      return c.json(
        page(rows, limit, ({ id }) => [id], presentTroubledJob),
        200,
      );
    })
    .openapi(contract.retryJob, async (c) => {
      await retryJob(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type JobsApi = ReturnType<typeof jobRoutes>;

function before(cursor: string | undefined): string | undefined {
  const id = readCursor(cursor, 1)?.[0];
  if (id !== undefined && !/^\d{1,18}$/.test(String(id))) throw cursorRefusals.unknown();
  return id === undefined ? undefined : String(id);
}
