import { type Actor, holdsRole } from "../../platform/access/actor.ts";

/** Who speaks for a startup or an investor: those who own or manage it. Not the operator: nobody else says yes for them. */
export function speaksFor(actor: Actor, organizationId: string): boolean {
  return spokenForBy(actor).includes(organizationId);
}

/** The organizations the actor speaks for. */
export function spokenForBy(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return actor.positions.filter(({ role }) => role === "owner" || role === "manager").map(({ organizationId }) => organizationId);
}

/** Who runs the investors of a network: those who manage or coordinate it. They see raises as far as names, never contact data. */
export function mayRunInvestors(actor: Actor, networkId: string): boolean {
  return holdsRole(actor, "manager", networkId) || holdsRole(actor, "coordinator", networkId);
}

/** The networks whose investors the actor runs, or "all" for the operator. */
export function networksRunBy(actor: Actor): "all" | string[] {
  if (actor.kind !== "person") return [];
  if (actor.isOperator) return "all";
  return actor.positions
    .filter(({ role }) => ["owner", "manager", "coordinator"].includes(role))
    .map(({ organizationId }) => organizationId);
}
