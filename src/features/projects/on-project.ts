import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { mayRunProject, mayWorkOn } from "./policy.ts";
import { findProject, type ProjectRow } from "./queries.ts";

/** What something is done to a project with: the project locked, so that what is counted before writing still holds when written. */
export interface OnProject {
  tx: Tx;
  project: ProjectRow;
  actor: SignedIn;
  at: Temporal.Instant;
  today: Day;
}

export interface Done<Result> {
  action: string;
  subject?: { kind: string; id: string };
  details?: Record<string, unknown>;
  reason?: string;
  result: Result;
}

/** Does something to a project as somebody who may, in one transaction, and writes it in the log. */
export async function onProject<Result>(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string | undefined,
  who: "runs" | "works",
  act: (given: OnProject) => Promise<Done<Result>>,
): Promise<Result> {
  const known = idOrSlug === undefined ? undefined : await findProject(db, idOrSlug);
  const may = who === "runs" ? mayRunProject : mayWorkOn;
  authorize(actor, known !== undefined && may(actor, known));
  const { id } = found(known);
  const at = now();
  return await db.transaction().execute(async (tx) => {
    await tx.selectFrom("projects").select("id").where("id", "=", id).forUpdate().execute();
    const project = found(await findProject(tx, id));
    const {
      action,
      subject = { kind: "project", id },
      details,
      reason,
      result,
    } = await act({
      tx,
      project,
      actor,
      at,
      today: dayIn(at, "Europe/Oslo"),
    });
    await audit(tx, { actor, at, action, subject, organizationId: project.organizationId, reason, ...(details && { details }) });
    return result;
  });
}

/** A project for those who work on it. */
export async function workedOn(db: Db, actor: Actor, idOrSlug: string): Promise<ProjectRow> {
  const known = await findProject(db, idOrSlug);
  authorize(actor, known !== undefined && mayWorkOn(actor, known));
  return found(known);
}
