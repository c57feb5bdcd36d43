import { type Actor, holdsRole } from "../../platform/access/actor.ts";

type Organization = { id: string };

/** Sees, adds, changes and ends the members of an organization: its managers; for a network, its coordinators; the operator. */
export function mayManageMembers(actor: Actor, organization: Organization): boolean {
  return holdsRole(actor, "manager", organization.id) || holdsRole(actor, "coordinator", organization.id);
}

/** Works on the recruiting board: the network's coordinators, and the operator. */
export function mayRecruit(actor: Actor, network: Organization): boolean {
  return holdsRole(actor, "coordinator", network.id);
}

/**
 * The organizations whose people the actor may see with their addresses, or "all" for the operator. Being a network's
 * coordinator gives no sight of the people of its spaces: those belong to the space.
 */
export function peopleSeenAt(actor: Actor): string[] | "all" {
  if (actor.kind !== "person") return [];
  if (actor.isOperator) return "all";
  return actor.positions
    .filter(({ role }) => ["owner", "manager", "coordinator"].includes(role))
    .map(({ organizationId }) => organizationId);
}
