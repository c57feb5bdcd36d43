import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

type Led = { organizationId: string; leadId: string | null };

/** Who begins projects of an organization and keeps its state-aid ledger: those who manage or coordinate it. */
export function mayManageProjects(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId) || holdsRole(actor, "coordinator", organizationId);
}

/** Who runs a project: its lead, and those who manage or coordinate the organization. */
export function mayRunProject(actor: Actor, { organizationId, leadId }: Led): boolean {
  return mayManageProjects(actor, organizationId) || (leadId !== null && isPerson(actor, leadId));
}

/** Who sees a project and writes hours and expenses of their own: those who run it, and those who have a rate in it. */
export function mayWorkOn(actor: Actor, project: Led & { workerIds: readonly string[] }): boolean {
  return mayRunProject(actor, project) || project.workerIds.some((personId) => isPerson(actor, personId));
}

/** Who answers the reports sent to a funder that is here: those who manage or coordinate it, as they run its calls. */
export function mayAnswerReports(actor: Actor, funderId: string): boolean {
  return holdsRole(actor, "manager", funderId) || holdsRole(actor, "coordinator", funderId);
}
