import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

/** Who runs a call: those who manage the organization, and whoever coordinates it as a network. */
export function mayRunCall(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId) || holdsRole(actor, "coordinator", organizationId);
}

/** As what somebody reads a submission. Nobody else may: not even that it is there. */
export type Side = "applicant" | "runner" | "juror";

/**
 * As what the actor reads a submission: as the one who applies, as one who runs the call once it is delivered, or as a juror it was
 * assigned to. A draft is the applicant's own.
 */
export function sideOf(
  actor: Actor,
  submission: { person_id: string; organization_id: string; delivered_at: Temporal.Instant | null; juror_ids: readonly string[] },
): Side | undefined {
  if (actor.kind !== "person") return undefined;
  if (isPerson(actor, submission.person_id)) return "applicant";
  if (submission.delivered_at === null) return undefined;
  if (submission.juror_ids.includes(actor.personId)) return "juror";
  return mayRunCall(actor, submission.organization_id) ? "runner" : undefined;
}
