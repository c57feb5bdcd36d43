import { type Actor, holdsRole } from "../../../platform/access/actor.ts";
import type { ImportKind } from "../../../platform/imports/index.ts";

/** Brings in files for an organization: its managers, the coordinators of a network, the operator; some kinds are for the last two. */
export function mayImport(actor: Actor, organizationId: string, kind: Pick<ImportKind, "audience">): boolean {
  return holdsRole(actor, "coordinator", organizationId) || (kind.audience === "manager" && holdsRole(actor, "manager", organizationId));
}
