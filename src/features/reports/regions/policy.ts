import type { Actor } from "../../../platform/access/actor.ts";
import { mayReadFigures } from "../metrics/policy.ts";

/** Who draws regions of an organization: those who read all of its figures. */
export function mayDrawRegions(actor: Actor, organizationId: string): boolean {
  return mayReadFigures(actor, { id: organizationId });
}

/** Who opens every figure of a region to those who run its organization: the operator, since it is the figures of others. */
export function mayOpenRegion(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}
