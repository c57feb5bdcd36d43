import type { Actor } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Day } from "../../platform/time/day.ts";
import { onProject } from "./on-project.ts";
import { milestonesOf, workPackagesOf } from "./queries.ts";
import { projectRefusals } from "./refusals.ts";

export interface MilestoneGiven {
  title?: string | undefined;
  workPackageId?: string | null | undefined;
  plannedOn?: Day | undefined;
  forecastOn?: Day | null | undefined;
  doneOn?: Day | null | undefined;
  evidence?: string | null | undefined;
}

/** Adds a milestone to a project. */
export async function addMilestone(
  installation: Installation,
  actor: Actor,
  project: string,
  given: MilestoneGiven & { title: string; plannedOn: Day },
): Promise<void> {
  await onProject(installation, actor, project, "runs", async ({ tx, project: { id: projectId } }) => {
    if (given.workPackageId) found((await workPackagesOf(tx, projectId)).find(({ id }) => id === given.workPackageId));
    const id = newId();
    await tx
      .insertInto("milestones")
      .values({
        id,
        project_id: projectId,
        work_package_id: given.workPackageId ?? null,
        title: given.title,
        planned_on: given.plannedOn,
        forecast_on: given.forecastOn ?? null,
      })
      .execute();
    return { action: "project.add_milestone", subject: { kind: "milestone", id }, result: undefined };
  });
}

/** Moves a milestone or marks it done, which needs evidence. What was planned stays beside the forecast. @throws Refusal project.evidence_missing */
export async function changeMilestone(installation: Installation, actor: Actor, id: string, change: MilestoneGiven): Promise<string> {
  const of = await installation.db.selectFrom("milestones").select("project_id").where("id", "=", id).executeTakeFirst();
  return await onProject(installation, actor, of?.project_id, "runs", async ({ tx, project }) => {
    const before = found((await milestonesOf(tx, project.id)).find((one) => one.id === id));
    if (change.workPackageId) found((await workPackagesOf(tx, project.id)).find((one) => one.id === change.workPackageId));
    const doneOn = change.doneOn === undefined ? before.doneOn : change.doneOn;
    const evidence = change.evidence === undefined ? before.evidence : change.evidence || null;
    if (doneOn !== null && evidence === null) throw projectRefusals.evidenceMissing();
    await tx
      .updateTable("milestones")
      .set({
        title: change.title ?? before.title,
        work_package_id: change.workPackageId === undefined ? before.workPackageId : change.workPackageId,
        planned_on: change.plannedOn ?? before.plannedOn,
        forecast_on: change.forecastOn === undefined ? before.forecastOn : change.forecastOn,
        done_on: doneOn,
        evidence,
      })
      .where("id", "=", id)
      .execute();
    const action = doneOn !== null && before.doneOn === null ? "project.reach_milestone" : "project.change_milestone";
    return { action, subject: { kind: "milestone", id }, details: { ...change }, result: project.id };
  });
}
