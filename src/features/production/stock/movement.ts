/** Why the stock of something changed: goods came, somebody counted, it was used, or an order that was stopped had not used it. */
export const movementKinds = ["received", "counted", "used", "returned"] as const;
export type MovementKind = (typeof movementKinds)[number];

/** Whether it is time to buy more. */
export function isLow({ inStock, lowAt }: { inStock: number; lowAt: number | null }): boolean {
  return lowAt !== null && inStock <= lowAt;
}
