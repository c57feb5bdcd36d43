import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { presentSubmission } from "../submissions/present.ts";
import { readSubmission } from "../submissions/read-submission.ts";
import * as contract from "./contract.ts";
import { decide } from "./decide.ts";
import { previewLetters, sendLetters } from "./decision-letters.ts";

/** Decisions, and the letters that tell them. */
export function decidingRoutes(installation: Installation) {
  const { db, now } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.decide, async (c) => {
      const { id } = c.req.valid("param");
      await decide(installation, c.get("actor"), id, c.req.valid("json"));
      const { row, side } = await readSubmission(db, c.get("actor"), id);
      return c.json(presentSubmission(row, side, now()), 200);
    })
    .openapi(contract.previewLetters, async (c) => {
      const previews = await previewLetters(db, c.get("actor"), c.req.valid("param").id);
      const items = previews.map(({ row, letter: { language, subject, lines } }) => ({
        submission: { id: row.submission_id, title: row.title },
        outcome: row.outcome,
        to: { name: row.name, email: row.email },
        ...{ language, subject, lines },
      }));
      return c.json({ items }, 200);
    })
    .openapi(contract.sendLetters, async (c) => {
      const sent = await sendLetters(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").submissionIds);
      return c.json({ sent }, 201);
    });
}

export type DecidingApi = ReturnType<typeof decidingRoutes>;
