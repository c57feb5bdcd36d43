import { type Actor, holdsRole } from "../../platform/access/actor.ts";

/** Who sees requests for hire, answers them, and says what a house lets and on which conditions: those who manage it. */
export function mayManageHires(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "manager", hostId);
}
