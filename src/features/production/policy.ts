import { type Actor, holdsRole, isPerson, type SignedIn } from "../../platform/access/actor.ts";
import type { OrderState, Side } from "./order.ts";

type Parties = { customer_id: string; organization_id: string | null; host_id: string; state: OrderState };

/**
 * On which sides of an order the actor stands: its customer's, the desk's of the lab, both or neither. Those who own or manage the company
 * that pays stand with whoever ordered. A draft is the customer's own.
 */
export function sidesOf(actor: Actor, { customer_id, organization_id, host_id, state }: Parties): Side[] {
  const isSent = state !== "draft";
  const isPayer = isSent && organization_id !== null && actor.kind === "person" && companiesOf(actor).includes(organization_id);
  const isLab = isSent && holdsRole(actor, "host", host_id);
  return [...(isPerson(actor, customer_id) || isPayer ? (["customer"] as const) : []), ...(isLab ? (["lab"] as const) : [])];
}

/** The side somebody on both acts for: their own order's, else the lab's. */
export function sideOf(actor: Actor, { customer_id }: Pick<Parties, "customer_id">, sides: readonly Side[]): Side {
  return isPerson(actor, customer_id) || !sides.includes("lab") ? "customer" : "lab";
}

/** The companies the actor owns or manages. To be the operator is no right to spend the money of others. */
export function companiesOf(actor: SignedIn): string[] {
  return actor.positions.flatMap(({ organizationId, role }) => (role === "owner" || role === "manager" ? [organizationId] : []));
}

/** Sees the orders of a lab, and keeps its stock: those at its desk. */
export function mayWorkInLab(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "host", hostId);
}

/** Decides what the stock holds and what it costs: those who manage the lab. */
export function mayManageLab(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "manager", hostId);
}
