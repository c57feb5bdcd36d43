import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { presentSubmission, presentSubmissionLine } from "./present.ts";
import { submissionsBy } from "./queries.ts";
import { readSubmission, readSubmissions } from "./read-submission.ts";
import { putFile, submissionFile } from "./submission-file.ts";
import { changeSubmission, createSubmission, deliverSubmission, withdrawSubmission } from "./write-submission.ts";

/** The project that what was granted is taken up in. It is of a feature to the right: who mounts the routes says how it is found. */
export type ProjectOf = (db: Db, actor: Actor, submissionId: string) => Promise<{ slug: string; title: Texts } | null>;

/** Applying: drafts, delivering, and reading what was delivered. */
export function submissionRoutes(installation: Installation, projectOf: ProjectOf) {
  const { db, now } = installation;
  const shown = async (actor: Actor, id: string) => {
    const { row, side } = await readSubmission(db, actor, id);
    return presentSubmission(row, side, now());
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.createSubmission, async (c) => {
      const id = await createSubmission(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201, { location: `/api/v1/submissions/${id}` });
    })
    .openapi(contract.listSubmissions, async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const after = readCursorOf(cursor, ["text", "id"]);
      const { rows, counts } = await readSubmissions(db, c.get("actor"), c.req.valid("param").id, { limit, after });
      const items = page(
        rows,
        limit,
        ({ delivered_title, id }) => [delivered_title ?? "", id],
        (row) => presentSubmissionLine(row, "runner", now()),
      );
      return c.json({ ...items, counts }, 200);
    })
    .openapi(contract.mySubmissions, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit, call } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await submissionsBy(db, { personId: actor.personId, call, limit, after });
      return c.json(
        page(
          rows,
          limit,
          ({ created_at, id }) => [created_at.toString(), id],
          (row) => presentSubmissionLine(row, "applicant", now()),
        ),
        200,
      );
    })
    .openapi(contract.readSubmission, async (c) => {
      const submission = await shown(c.get("actor"), c.req.valid("param").id);
      const project = await projectOf(db, c.get("actor"), submission.id);
      return c.json({ ...submission, project }, 200, { etag: etag(submission.version) });
    })
    .openapi(contract.changeSubmission, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeSubmission(installation, c.get("actor"), id, c.req.valid("json"), expected);
      const submission = await shown(c.get("actor"), id);
      return c.json(submission, 200, { etag: etag(submission.version) });
    })
    .openapi(contract.deliverSubmission, async (c) => {
      const { id } = c.req.valid("param");
      await deliverSubmission(installation, c.get("actor"), id);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.withdrawSubmission, async (c) => {
      const { id } = c.req.valid("param");
      await withdrawSubmission(installation, c.get("actor"), id);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.putFile, async (c) => {
      const { id, question } = c.req.valid("param");
      await putFile(installation, c.get("actor"), id, question, c.req.valid("form").file);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.getFile, async (c) => {
      const { id, question } = c.req.valid("param");
      return await submissionFile(installation, c.get("actor"), id, question);
    });
}

export type SubmissionApi = ReturnType<typeof submissionRoutes>;
