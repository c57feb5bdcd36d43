import { type Actor, holdsRole } from "../../platform/access/actor.ts";
import { accountRefusals } from "./refusals.ts";

/** Whoever is signed in sees and changes what is theirs; nobody else's is reachable by these routes. */
export function maySeeOwn(actor: Actor): boolean {
  return actor.kind === "person";
}

/**
 * Keys, sessions, passkeys and erasing are for the person in a browser: a key that leaked must not make others or lock the
 * person out. @throws Refusal account.key_may_not
 */
export function refuseKeys(actor: Actor): void {
  if (actor.kind === "person" && actor.scopes !== undefined) throw accountRefusals.keyMayNot();
}

/** The operator reads the whole log; managers and coordinators that of their organizations. */
export function mayReadAudit(actor: Actor, organizationId: string | undefined): boolean {
  if (actor.kind !== "person") return false;
  if (organizationId === undefined) return actor.isOperator || auditedOrganizations(actor).length > 0;
  return holdsRole(actor, "manager", organizationId) || holdsRole(actor, "coordinator", organizationId);
}

/** The organizations whose log the actor may read by a position there. */
export function auditedOrganizations(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  const all = new Set(actor.positions.map(({ organizationId }) => organizationId));
  const asThemselves = { ...actor, isOperator: false };
  return [...all].filter((id) => holdsRole(asThemselves, "manager", id) || holdsRole(asThemselves, "coordinator", id));
}
