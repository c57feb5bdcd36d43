import { type Actor, holdsRole } from "../../../platform/access/actor.ts";
import type { Metric } from "./metric.ts";

/** A public figure anybody; another those who run the organization: its manager, a network's coordinator, the operator. */
export function mayReadFigure(actor: Actor, metric: Pick<Metric, "isPublic">, organization: { id: string }): boolean {
  return metric.isPublic || mayReadFigures(actor, organization);
}

export function mayReadFigures(actor: Actor, organization: { id: string }): boolean {
  return holdsRole(actor, "manager", organization.id) || holdsRole(actor, "coordinator", organization.id);
}
