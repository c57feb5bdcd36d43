import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import { mayRunInvestors, speaksFor } from "../policy.ts";
import { contactOfProfile, findProfile } from "../profiles/queries.ts";
import { requireInvestor, tellNames } from "../raises/consents.ts";
import { asInvestor, disclosedRaise } from "../raises/disclosure.ts";
import { lockRaise } from "../raises/on-raise.ts";
import { findRaise } from "../raises/queries.ts";
import { investorRefusals } from "../refusals.ts";
import { type Asker, daysToAnswer } from "./introduction.ts";

interface Asked {
  side: Asker;
  profile: string;
  note?: string | undefined;
}

/**
 * Asks whether a startup and an investor want to meet. One who asks has said yes, and a startup that does lets the investor see names.
 * An investor can ask about a raise it sees.
 * @returns its id. @throws Refusal not_here, investor.not_published, investor.unknown_investor, investor.contact_missing, investor.introduced_once
 */
export async function askForIntroduction({ db, now }: Installation, actor: Actor, raiseId: string, given: Asked): Promise<string> {
  authorize(actor, await mayAsk(db, actor, raiseId, given));
  const { side, profile: profileId, note } = given;
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await lockRaise(tx, raiseId);
    const raise = found(await findRaise(tx, raiseId));
    if (raise.publishedAt === null) throw investorRefusals.notPublished();
    if (raise.endedAt !== null) throw investorRefusals.raiseEnded();
    const profile = await requireInvestor(tx, raise, profileId);
    if (side === "investor") await requireContact(tx, profileId);
    await tx
      .insertInto("introductions")
      .values({
        ...{ id, raise_id: raiseId, profile_id: profileId, asked_by_side: side, asked_by: actor.personId, note: note || null },
        ...{ asked_at: at, expires_on: addDays(today, daysToAnswer), state: "asked", state_since: at },
        ...(side === "startup" && { startup_yes_at: at, startup_yes_by: actor.personId }),
        ...(side === "investor" && { investor_yes_at: at, investor_yes_by: actor.personId }),
      })
      .execute();
    if (side === "startup") await tellNames(tx, { raiseId, profileId, by: actor.personId, at });
    const organizationId = { startup: raise.organization.id, investor: profile.organization.id, network: raise.network.id }[side];
    await audit(tx, { actor, at, action: "introduction.ask", subject: { kind: "introduction", id }, organizationId });
    const organizationIds = [raise.organization.id, profile.organization.id, raise.network.id];
    await announce(tx, [{ at, topic: "introduction.asked", organizationIds, payload: { introductionId: id } }]);
  });
  return id;
}

/** An investor who says yes has written whom the startup is to be in touch with. */
export async function requireContact(db: Db, profileId: string): Promise<void> {
  const { name, email } = await contactOfProfile(db, profileId);
  if (name === null || email === null) throw investorRefusals.contactMissing();
}

async function mayAsk(db: Db, actor: Actor, raiseId: string, { side, profile }: Asked): Promise<boolean> {
  const raise = await findRaise(db, raiseId);
  if (!raise) return false;
  if (side === "startup") return speaksFor(actor, raise.organization.id);
  if (side === "network") return raise.publishedAt !== null && mayRunInvestors(actor, raise.network.id);
  const investor = await findProfile(db, profile);
  if (!investor || !speaksFor(actor, investor.organization.id)) return false;
  return (await disclosedRaise(db, asInvestor(profile), raiseId)) !== undefined;
}
