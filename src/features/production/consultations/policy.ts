import { type Actor, isPerson } from "../../../platform/access/actor.ts";
import { mayWorkInLab } from "../policy.ts";

/** Gives a slot up: whoever took it; those at the desk of the lab, who tell them why. */
export function mayCancel(actor: Actor, { person_id, host_id }: { person_id: string; host_id: string }): boolean {
  return isPerson(actor, person_id) || mayWorkInLab(actor, host_id);
}
