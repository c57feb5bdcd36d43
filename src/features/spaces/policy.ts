import { type Actor, holdsRole } from "../../platform/access/actor.ts";

type RunBy = { organization_id: string };

/** Edits all of the space: managers and owners of the organization that runs it, and the operator. */
export function mayManageSpace(actor: Actor, space: RunBy): boolean {
  return holdsRole(actor, "manager", space.organization_id);
}

/** Opens a new space of the organization. */
export function mayOpenSpace(actor: Actor, organization: { id: string }): boolean {
  return holdsRole(actor, "manager", organization.id);
}

/** Reads what guests are told on the day, and how they are received: the front desk. */
export function mayReceiveGuests(actor: Actor, space: RunBy): boolean {
  return holdsRole(actor, "host", space.organization_id);
}
