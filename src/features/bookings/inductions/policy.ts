import { type Actor, holdsRole, isPerson } from "../../../platform/access/actor.ts";

/** Sets up a course, sees who comes, and says who passed: those at the desk of the house. */
export function mayTeach(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "host", hostId);
}

/** Signs somebody up or off: oneself; those at the desk anyone. */
export function maySignUp(actor: Actor, personId: string, hostId: string): boolean {
  return isPerson(actor, personId) || holdsRole(actor, "host", hostId);
}
