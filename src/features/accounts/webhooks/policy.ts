import { type Actor, holdsRole } from "../../../platform/access/actor.ts";

/** Those who manage an organization say who is told of what happens there. */
export function mayManageWebhooks(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId);
}

/** The operator looks after all that is sent. */
export function mayReadAllDeliveries(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}
