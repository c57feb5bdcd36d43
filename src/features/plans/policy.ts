import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

type OfHouse = { host_id: string };
type Held = OfHouse & { person_id: string | null; organization_id: string | null };

/** Makes plans, says who has which, and sees what is owed: managers of the organization that runs the space, and the operator. */
export function mayManagePlans(actor: Actor, { host_id }: OfHouse): boolean {
  return holdsRole(actor, "manager", host_id);
}

/** Gives notice and names the people it is for: whose it is, managers of the company that pays, and those who manage plans. */
export function maySpeakForSubscription(actor: Actor, held: Held): boolean {
  return (
    mayManagePlans(actor, held) ||
    (held.person_id !== null && isPerson(actor, held.person_id)) ||
    (held.organization_id !== null && holdsRole(actor, "manager", held.organization_id))
  );
}

/** The houses whose allowances of a person the actor may see: all of one's own, else those of houses one manages. */
export function housesSeenOf(actor: Actor, personId: string): string[] | "all" {
  if (actor.kind !== "person") return [];
  if (actor.isOperator || isPerson(actor, personId)) return "all";
  return actor.positions.filter(({ role }) => role === "owner" || role === "manager").map(({ organizationId }) => organizationId);
}
