import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { previewOfCall } from "./preview.ts";

/** The letters of a call, before they are sent. */
export function callLetterRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid }).openapi(contract.previewCallLetters, async (c) => {
    const { in: language = c.get("language") } = c.req.valid("query");
    return c.json({ items: await previewOfCall(installation, c.get("actor"), c.req.valid("param").id, language) }, 200);
  });
}

export type CallLetterApi = ReturnType<typeof callLetterRoutes>;
