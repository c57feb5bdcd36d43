/** How much of a raise is told. Each holds those before it. */
export const tiers = ["summary", "names", "contact"] as const;
export type Tier = (typeof tiers)[number];

/** A consent that stands or stood, as the rule needs it. An audience `request` tells nobody anything: it says that one may ask. */
export type Consent = {
  tier: Tier;
  audience: "network" | "investor" | "request";
  profileId: string | null;
  introductionId: string | null;
  withdrawnAt: Temporal.Instant | null;
};

/** Who looks, in the network of the raise. `profileIds`: those whose investor one is. */
export type Reader = { isOfNetwork: boolean; profileIds: readonly string[] };

/** Whether the raise is published, and has not ended. */
export type Standing = { isPublished: boolean; hasEnded: boolean };

/**
 * The furthest tier some consent lets the reader see; undefined when the raise is not there for them at all. Nobody outside the network
 * sees anything. After the end only what came of an introduction is left.
 */
export function tierSeen({ isPublished, hasEnded }: Standing, consents: readonly Consent[], reader: Reader): Tier | undefined {
  if (!isPublished || !reader.isOfNetwork) return undefined;
  const told = consents.filter(
    (consent) => consent.withdrawnAt === null && covers(consent, reader) && (!hasEnded || consent.introductionId !== null),
  );
  return tiers.findLast((tier) => told.some((consent) => consent.tier === tier));
}

/** Whether one who sees so far sees this tier. */
export function reaches(seen: Tier | undefined, tier: Tier): boolean {
  return seen !== undefined && tiers.indexOf(seen) >= tiers.indexOf(tier);
}

function covers({ audience, profileId }: Consent, { profileIds }: Reader): boolean {
  if (audience === "network") return true;
  return audience === "investor" && profileId !== null && profileIds.includes(profileId);
}
