import type { Actor } from "../../platform/access/actor.ts";
import { mayReadFigures } from "./metrics/policy.ts";

/** Writes, publishes and sees drafts: whoever may read every figure of the organization. */
export function mayWriteReports(actor: Actor, organizationId: string): boolean {
  return mayReadFigures(actor, { id: organizationId });
}
