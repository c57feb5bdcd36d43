import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";
import type { OrderState, Side } from "./order.ts";

type Parties = { customer_id: string; host_id: string; state: OrderState };

/** On which sides of an order the actor stands: its customer's, the desk's of the lab, both or neither. A draft is the customer's own. */
export function sidesOf(actor: Actor, { customer_id, host_id, state }: Parties): Side[] {
  const isLab = state !== "draft" && holdsRole(actor, "host", host_id);
  return [...(isPerson(actor, customer_id) ? (["customer"] as const) : []), ...(isLab ? (["lab"] as const) : [])];
}

/** Sees the orders of a lab, and keeps its stock: those at its desk. */
export function mayWorkInLab(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "host", hostId);
}

/** Decides what the stock holds and what it costs: those who manage the lab. */
export function mayManageLab(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "manager", hostId);
}
