import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import { mayRunCall, type Side, sideOf } from "../policy.ts";
import { findCall } from "../queries.ts";
import { countSubmissions, findSubmission, type SubmissionRow, submissionsTo } from "./queries.ts";

/** A submission, and as what the actor reads it. */
export async function readSubmission(db: Db, actor: Actor, id: string): Promise<{ row: SubmissionRow; side: Side }> {
  const row = await findSubmission(db, id);
  const side = row && sideOf(actor, row);
  authorize(actor, side !== undefined);
  return { row: found(row), side: found(side) };
}

/** What was delivered to a call, with how many there are of each. */
export async function readSubmissions(
  db: Db,
  actor: Actor,
  idOrSlug: string,
  window: { limit: number; after: [string, string] | undefined },
) {
  const call = await findCall(db, idOrSlug);
  authorize(actor, call !== undefined && mayRunCall(actor, call.organization_id));
  const callId = found(call).id;
  const [rows, counts] = await Promise.all([submissionsTo(db, { callId, ...window }), countSubmissions(db, callId)]);
  return { rows, counts };
}
