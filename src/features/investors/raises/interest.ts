import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { speaksFor } from "../policy.ts";
import { findProfile } from "../profiles/queries.ts";
import { asInvestor, disclosedRaise } from "./disclosure.ts";
import type { InterestState } from "./interest-states.ts";

/** Says what an investor thinks of a raise it sees, with a note nobody else reads. @throws Refusal not_here */
export async function sayInterest(
  { db, now }: Installation,
  actor: Actor,
  raiseId: string,
  given: { profile: string; state: InterestState | null; note?: string | undefined },
): Promise<void> {
  const profile = await findProfile(db, given.profile);
  authorize(actor, profile !== undefined && speaksFor(actor, profile.organization.id));
  const { id: profileId, organization } = found(profile);
  found(await disclosedRaise(db, asInvestor(profileId), raiseId));
  const at = now();
  const { state } = given;
  await db.transaction().execute(async (tx) => {
    if (state === null)
      await tx.deleteFrom("raise_interests").where("raise_id", "=", raiseId).where("profile_id", "=", profileId).execute();
    else {
      const said = { state, note: given.note || null, changed_at: at, changed_by: actor.personId };
      await tx
        .insertInto("raise_interests")
        .values({ raise_id: raiseId, profile_id: profileId, ...said })
        .onConflict((conflict) => conflict.constraint("raise_interests_once").doUpdateSet(said))
        .execute();
    }
    const subject = { kind: "raise", id: raiseId };
    await audit(tx, { actor, at, action: "raise.think", subject, organizationId: organization.id, details: { state } });
  });
}

/** What investors think of raises, by raise and profile. */
export async function interestsIn(db: Db, raiseIds: readonly string[]) {
  if (raiseIds.length === 0) return [];
  return await db
    .selectFrom("raise_interests")
    .select(["raise_id as raiseId", "profile_id as profileId", "state", "note"])
    .where("raise_id", "in", raiseIds)
    .$narrowType<{ state: InterestState }>()
    .execute();
}
