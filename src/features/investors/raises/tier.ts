/** How much of a raise is told. Each holds those before it; what a consent lets somebody see is decided in disclosure.ts. */
export const tiers = ["summary", "names", "contact"] as const;
export type Tier = (typeof tiers)[number];

/** What a startup may say yes to by itself; contact data follow from an introduction alone. */
export const givenTiers = ["summary", "names"] as const satisfies Tier[];
export type GivenTier = (typeof givenTiers)[number];

/** Whether one who sees so far sees this tier. */
export function reaches(seen: Tier | null, tier: Tier): boolean {
  return seen !== null && tiers.indexOf(seen) >= tiers.indexOf(tier);
}
