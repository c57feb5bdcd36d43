import { type Actor, holdsRole } from "../../platform/access/actor.ts";

/** Puts up screens, gives them new addresses and takes them down: those who manage the house. */
export function mayManageDisplays(actor: Actor, { organization_id }: { organization_id: string }): boolean {
  return holdsRole(actor, "manager", organization_id);
}
