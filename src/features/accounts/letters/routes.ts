import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { presentLetter, presentMail } from "./present.ts";
import { readLetters, readMail } from "./read-letters.ts";
import { retryLetter } from "./retry-letter.ts";

export function letterRoutes(installation: Installation) {
  const { settings } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readMail, async (c) => c.json(presentMail(await readMail(installation, c.get("actor")), settings), 200))
    .openapi(contract.listLetters, async (c) => {
      const { limit, cursor, state, to } = c.req.valid("query");
      const before = readCursorOf(cursor, ["id"])?.[0];
      const rows = await readLetters(installation, c.get("actor"), { state, recipient: to, before, limit: limit + 1 });
      return c.json(
        page(
          rows,
          limit,
          ({ id }) => [id],
          (row) => presentLetter(row, settings, to !== undefined),
        ),
        200,
      );
    })
    .openapi(contract.retryLetter, async (c) => {
      await retryLetter(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type LettersApi = ReturnType<typeof letterRoutes>;
