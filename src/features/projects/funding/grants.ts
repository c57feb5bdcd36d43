import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { type Granted, grantedTo } from "../../calls/index.ts";
import { mayRunProject } from "../policy.ts";
import { findProject } from "../queries.ts";

/** What the organization of a project was granted in calls and has taken up in no project. */
export async function readGrants({ db, now }: Installation, actor: Actor, idOrSlug: string): Promise<Granted[]> {
  const project = await findProject(db, idOrSlug);
  authorize(actor, project !== undefined && mayRunProject(actor, project));
  return untakenGrants(db, found(project).organizationId, dayIn(now(), "Europe/Oslo"));
}

/** The same, for whoever has seen that the actor may. */
export async function untakenGrants(db: Db, organizationId: string, day: string): Promise<Granted[]> {
  const granted = await grantedTo(db, organizationId, day);
  if (granted.length === 0) return [];
  const taken = await db
    .selectFrom("fundings")
    .select("submission_id")
    .where(
      "submission_id",
      "in",
      granted.map(({ submissionId }) => submissionId),
    )
    .execute();
  return granted.filter(({ submissionId }) => !taken.some((row) => row.submission_id === submissionId));
}

export function presentGrant({ submissionId, title, call, funder, toldAt }: Granted) {
  return {
    submissionId,
    title,
    call: { slug: call.slug, title: call.titles },
    funder,
    decidedOn: dayIn(toldAt, call.timeZone),
  };
}
