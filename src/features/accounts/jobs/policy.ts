import type { Actor } from "../../../platform/access/actor.ts";

/** The operator looks after what runs behind. */
export function mayTendJobs(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}
