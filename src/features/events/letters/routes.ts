import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addWords } from "./add-words.ts";
import * as contract from "./contract.ts";
import { previewLetters } from "./preview.ts";

/** The letters about an event, for those who run it. */
export function eventLetterRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listLetters, async (c) =>
      c.json(
        {
          items: await previewLetters(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("query").in ?? c.get("language")),
        },
        200,
      ),
    )
    .openapi(contract.addWords, async (c) => {
      const { id, about } = c.req.valid("param");
      await addWords(installation, c.get("actor"), id, about, c.req.valid("json"));
      return c.json({ items: await previewLetters(installation, c.get("actor"), id, c.get("language")) }, 200);
    });
}

export type EventLetterApi = ReturnType<typeof eventLetterRoutes>;
