import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findProfile } from "../profiles/queries.ts";
import { investorRefusals } from "../refusals.ts";
import { tiersOfInvestors } from "./disclosure.ts";
import { onRaise } from "./on-raise.ts";
import type { RaiseRow } from "./queries.ts";
import { type GivenTier, reaches } from "./tier.ts";

/**
 * Lets all investors of the network, or one, see a raise as far as the tier.
 * @throws Refusal not_here, investor.raise_ended, investor.unknown_investor, investor.already_told
 */
export function giveConsent(
  installation: Installation,
  actor: Actor,
  raiseId: string,
  { tier, profile }: { tier: GivenTier; profile?: string | undefined },
) {
  return onRaise(installation, actor, raiseId, async ({ tx, raise, actor: { personId }, at }) => {
    if (raise.endedAt !== null) throw investorRefusals.raiseEnded();
    if (profile !== undefined) await requireInvestor(tx, raise, profile);
    await tx
      .insertInto("raise_consents")
      .values({ id: newId(), raise_id: raiseId, tier, profile_id: profile ?? null, given_at: at, given_by: personId })
      .execute();
    return { action: "raise.tell", details: { tier, ...(profile !== undefined && { profileId: profile }) } };
  });
}

/** Takes a consent back, at once. With contact data the introduction they came of ends, for both. @throws Refusal not_here */
export async function withdrawConsent(installation: Installation, actor: Actor, id: string): Promise<string> {
  const known = await installation.db.selectFrom("raise_consents").select("raise_id").where("id", "=", id).executeTakeFirst();
  authorize(actor, known !== undefined);
  const { raise_id: raiseId } = found(known);
  await onRaise(installation, actor, raiseId, async ({ tx, actor: { personId }, at }) => {
    const [taken] = await tx
      .updateTable("raise_consents")
      .set({ withdrawn_at: at, withdrawn_by: personId })
      .where("id", "=", id)
      .where("withdrawn_at", "is", null)
      .returning(["tier", "profile_id", "introduction_id"])
      .execute();
    if (!taken) return undefined;
    if (taken.introduction_id !== null) await endIntroduced(tx, taken.introduction_id, at);
    const { tier, profile_id } = taken;
    return { action: "raise.stop_telling", details: { tier, ...(profile_id !== null && { profileId: profile_id }) } };
  });
  return raiseId;
}

/** Lets an investor see names when no consent does so far: what a startup's yes to being introduced means. */
export async function tellNames(
  tx: Tx,
  { raiseId, profileId, by, at }: { raiseId: string; profileId: string; by: string; at: Temporal.Instant },
): Promise<void> {
  const seen = (await tiersOfInvestors(tx, raiseId)).get(profileId) ?? null;
  if (reaches(seen, "names")) return;
  await tx
    .insertInto("raise_consents")
    .values({ id: newId(), raise_id: raiseId, tier: "names", profile_id: profileId, given_at: at, given_by: by })
    .execute();
}

export async function requireInvestor(tx: Tx, raise: Pick<RaiseRow, "network">, profileId: string) {
  const profile = await findProfile(tx, profileId);
  if (!profile || profile.hasEnded || profile.network.id !== raise.network.id) throw investorRefusals.unknownInvestor();
  return profile;
}

async function endIntroduced(tx: Tx, introductionId: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("introductions")
    .set({ state: "ended", state_since: at })
    .where("id", "=", introductionId)
    .where("state", "=", "introduced")
    .execute();
}
