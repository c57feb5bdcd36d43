/** Where an order stands. */
export const orderStates = ["draft", "asked", "quoted", "accepted", "in_production", "ready", "collected", "declined"] as const;
export type OrderState = (typeof orderStates)[number];

/** How much it hurries, as the customer says; the lab works from the top. */
export const priorities = ["urgent", "ordinary", "can_wait"] as const;
export type Priority = (typeof priorities)[number];

/** What the price is made of. */
export const lineKinds = ["work", "machine", "material", "other"] as const;
export type LineKind = (typeof lineKinds)[number];

export type Side = "customer" | "lab";

/** Who takes an order from one state to the next; what is not here cannot happen. */
const steps: Record<OrderState, Partial<Record<OrderState, readonly Side[]>>> = {
  draft: { asked: ["customer"] },
  asked: { quoted: ["lab"], declined: ["customer", "lab"] },
  // the lab takes a quote back to change it
  quoted: { accepted: ["customer"], asked: ["lab"], declined: ["customer", "lab"] },
  accepted: { in_production: ["lab"], declined: ["lab"] },
  in_production: { ready: ["lab"] },
  ready: { collected: ["lab"] },
  collected: {},
  declined: {},
};

/** Whether one of these sides may take the order there. */
export function mayStep(from: OrderState, to: OrderState, sides: readonly Side[]): boolean {
  return (steps[from][to] ?? []).some((side) => sides.includes(side));
}

/** Where these sides may take it, in the order of the work. */
export function stepsOf(from: OrderState, sides: readonly Side[]): OrderState[] {
  return orderStates.filter((to) => mayStep(from, to, sides));
}

/** Whether the customer can still change what is wanted. */
export function isOpenToChange(state: OrderState): boolean {
  return state === "draft" || state === "asked";
}

/** Whether lines make the price; later they are tied to the order without changing what was agreed. */
export function isPriced(state: OrderState): boolean {
  return state === "asked";
}

/** Whether work can be tied to it: time of a machine, material. */
export function isWorkedOn(state: OrderState): boolean {
  return state === "asked" || state === "accepted" || state === "in_production";
}
