/** Where an order is taken, a step at a time. */
export const stepStates = ["draft", "asked", "quoted", "accepted", "in_production", "ready", "collected", "declined"] as const;

/** Where an order stands; `stopped` when the lab could not finish what it began. */
export const orderStates = [...stepStates, "stopped"] as const;
export type StepState = (typeof stepStates)[number];
export type OrderState = (typeof orderStates)[number];

/** How much it hurries, as the customer says; the lab works from the top. */
export const priorities = ["urgent", "ordinary", "can_wait"] as const;
export type Priority = (typeof priorities)[number];

/** What the price is made of. */
export const lineKinds = ["work", "machine", "material", "other"] as const;
export type LineKind = (typeof lineKinds)[number];

export type Side = "customer" | "lab";

/** Who takes an order from one state to the next; what is not here cannot happen. */
const steps: Record<OrderState, Partial<Record<StepState, readonly Side[]>>> = {
  draft: { asked: ["customer"] },
  asked: { quoted: ["lab"], declined: ["customer", "lab"] },
  // the lab takes a quote back to change it
  quoted: { accepted: ["customer"], asked: ["lab"], declined: ["customer", "lab"] },
  // nothing has been done or taken of the stock yet
  accepted: { in_production: ["lab"], declined: ["customer", "lab"] },
  in_production: { ready: ["lab"] },
  ready: { collected: ["lab"] },
  collected: {},
  declined: {},
  stopped: {},
};

/** Whether one of these sides may take the order there. */
export function mayStep(from: OrderState, to: StepState, sides: readonly Side[]): boolean {
  return (steps[from][to] ?? []).some((side) => sides.includes(side));
}

/** Where these sides may take it, in the order of the work. */
export function stepsOf(from: OrderState, sides: readonly Side[]): StepState[] {
  return stepStates.filter((to) => mayStep(from, to, sides));
}

/** Whether the lab can end what it has begun: before, either side declines; once it is collected, it is done. */
export function mayStop(state: OrderState, sides: readonly Side[]): boolean {
  return sides.includes("lab") && (state === "in_production" || state === "ready");
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
