import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { presentCall } from "../present.ts";
import { readCall } from "../read-call.ts";
import { addJuror, removeJuror } from "./change-jury.ts";
import { changePhase, closePhase, openPhase } from "./change-phase.ts";
import * as contract from "./contract.ts";
import { presentAssignment, presentResults, presentReview, presentSealed } from "./present.ts";
import { declareConflict, putReview } from "./put-review.ts";
import { assignedTo } from "./queries.ts";
import { readJurors, readResults, readReview, readReviews } from "./read-reviews.ts";
import { removePhase } from "./remove-phase.ts";

/** The jury: who is in it, phases with their criteria, scores, and what they come to. */
export function judgingRoutes(installation: Installation) {
  const { db, now } = installation;
  const whole = async (actor: Actor, id: string) => presentCall(await readCall(db, actor, id), actor, now());
  const review = async (actor: Actor, id: string, juror: string, phase?: number) =>
    presentReview(await readReview(db, actor, id, juror, phase), actor);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.changePhase, async (c) => {
      const { id, number } = c.req.valid("param");
      await changePhase(installation, c.get("actor"), id, number, c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.removePhase, async (c) => {
      const { id, number } = c.req.valid("param");
      await removePhase(installation, c.get("actor"), id, number);
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.openPhase, async (c) => {
      const { id, number } = c.req.valid("param");
      await openPhase(installation, c.get("actor"), id, number, c.req.valid("json").jurorsPerSubmission);
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.closePhase, async (c) => {
      const { id, number } = c.req.valid("param");
      await closePhase(installation, c.get("actor"), id, number);
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.listJurors, async (c) => c.json({ items: await readJurors(db, c.get("actor"), c.req.valid("param").id) }, 200))
    .openapi(contract.addJuror, async (c) => {
      const id = await addJuror(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json({ items: await readJurors(db, c.get("actor"), id) }, 201);
    })
    .openapi(contract.removeJuror, async (c) => {
      const { id, juror } = c.req.valid("param");
      await removeJuror(installation, c.get("actor"), id, juror);
      return c.json({ items: await readJurors(db, c.get("actor"), id) }, 200);
    })
    .openapi(contract.myReviews, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit, call } = c.req.valid("query");
      const after = readCursorOf(cursor, ["text", "id"]);
      const rows = await assignedTo(db, { jurorId: actor.personId, call, limit, after });
      return c.json(
        page(rows, limit, ({ place, submission_id }) => [place, submission_id], presentAssignment),
        200,
      );
    })
    .openapi(contract.listReviews, async (c) => {
      const reviews = await readReviews(db, c.get("actor"), c.req.valid("param").id);
      return c.json({ items: reviews.map(presentSealed) }, 200);
    })
    .openapi(contract.readReview, async (c) => {
      const { id, juror } = c.req.valid("param");
      return c.json(await review(c.get("actor"), id, juror, c.req.valid("query").phase), 200);
    })
    .openapi(contract.putReview, async (c) => {
      const { id, juror } = c.req.valid("param");
      const { conflict, conflictReason, ...given } = c.req.valid("json");
      const declaration = conflict && { conflict, reason: conflictReason };
      await putReview(installation, c.get("actor"), id, juror, { ...given, declaration });
      return c.json(await review(c.get("actor"), id, juror), 200);
    })
    .openapi(contract.declareConflict, async (c) => {
      const { id, juror } = c.req.valid("param");
      await declareConflict(installation, c.get("actor"), id, juror, c.req.valid("json"));
      return c.json(await review(c.get("actor"), id, juror), 200);
    })
    .openapi(contract.readResults, async (c) => {
      const results = await readResults(db, c.get("actor"), c.req.valid("param").id, c.req.valid("query").phase);
      return c.json(presentResults(results), 200);
    });
}

export type JudgingApi = ReturnType<typeof judgingRoutes>;
