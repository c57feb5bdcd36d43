import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { mayRunInvestors, speaksFor } from "../policy.ts";
import { tellNames } from "../raises/consents.ts";
import { lockRaise } from "../raises/on-raise.ts";
import { investorRefusals } from "../refusals.ts";
import { requireContact } from "./ask.ts";
import { type Asker, afterYes, type DeclineWord, mayAnswer, mayEnd, type Side } from "./introduction.ts";
import { findIntroduction, type IntroductionRow } from "./queries.ts";

type Answer = { side: Side; answer: "yes" | "no"; word?: DeclineWord | undefined };

/**
 * Says yes or no to meeting the other. The startup's yes lets the investor see names; the second yes lets both see whom to get in touch
 * with. @throws Refusal not_here, investor.answered, investor.contact_missing
 */
export function answerIntroduction(installation: Installation, actor: Actor, id: string, { side, answer, word }: Answer): Promise<void> {
  return onIntroduction(installation, actor, id, side, async ({ tx, introduction, actor: { personId }, at, today }) => {
    if (!mayAnswer(introduction, side, today)) throw investorRefusals.answered();
    if (answer === "no") {
      await setState(tx, id, { state: "declined", state_since: at, declined_by_side: side, decline_word: word ?? null });
      return { topic: "introduction.declined", action: "introduction.decline" };
    }
    const { raiseId, profileId } = introduction;
    if (side === "investor") await requireContact(tx, profileId);
    const state = afterYes(introduction, side);
    const yes = side === "startup" ? { startup_yes_at: at, startup_yes_by: personId } : { investor_yes_at: at, investor_yes_by: personId };
    if (state === "asked") await setState(tx, id, yes);
    else await setState(tx, id, { ...yes, state, state_since: at, introduced_on: today });
    if (side === "startup") await tellNames(tx, { raiseId, profileId, by: personId, at });
    if (state === "introduced")
      await tx
        .insertInto("raise_consents")
        .values({
          ...{ id: newId(), raise_id: raiseId, tier: "contact", profile_id: profileId, introduction_id: id, introduced_on: today },
          // the investor's yes may be the second, but what is told is the startup's
          ...{ given_at: at, given_by: side === "startup" ? personId : introduction.startupYesBy },
        })
        .execute();
    return { topic: state === "introduced" ? "introduction.made" : "introduction.accepted", action: "introduction.accept" };
  });
}

/** Withdraws a question, or ends an introduction: then neither sees the other's contact data. @throws Refusal not_here, investor.answered */
export function endIntroduction(installation: Installation, actor: Actor, id: string, side: Asker): Promise<void> {
  return onIntroduction(installation, actor, id, side, async ({ tx, introduction, actor: { personId }, at }) => {
    if (!mayEnd(introduction, side)) throw investorRefusals.answered();
    if (introduction.state === "asked") {
      await setState(tx, id, { state: "withdrawn", state_since: at });
      return { action: "introduction.withdraw" };
    }
    await setState(tx, id, { state: "ended", state_since: at });
    await tx
      .updateTable("raise_consents")
      .set({ withdrawn_at: at, withdrawn_by: personId })
      .where("introduction_id", "=", id)
      .where("withdrawn_at", "is", null)
      .execute();
    return { action: "introduction.end" };
  });
}

/** Writes down that the two met. @throws Refusal not_here, investor.not_introduced, investor.not_yet, investor.met_already */
export function writeMeeting(
  installation: Installation,
  actor: Actor,
  id: string,
  { side, metOn, note }: { side: Side; metOn: Day; note?: string | undefined },
): Promise<void> {
  return onIntroduction(installation, actor, id, side, async ({ tx, introduction, actor: { personId }, at, today }) => {
    const { introducedOn } = introduction;
    if (introduction.state !== "introduced" || introducedOn === null || metOn < introducedOn) throw investorRefusals.notIntroduced();
    if (metOn > today) throw investorRefusals.notYet();
    await tx
      .insertInto("introduction_meetings")
      .values({ id: newId(), introduction_id: id, met_on: metOn, note: note || null, side, written_at: at, written_by: personId })
      .execute();
    return { action: "introduction.meet" };
  });
}

interface OnIntroduction {
  tx: Tx;
  introduction: IntroductionRow;
  actor: SignedIn;
  at: Temporal.Instant;
  today: Day;
}

/** Whether the actor is this side of an introduction. */
export function isSide(actor: Actor, introduction: IntroductionRow, side: Asker): boolean {
  if (side === "network") return mayRunInvestors(actor, introduction.networkId);
  if (side === "startup") return speaksFor(actor, introduction.startupId);
  return !introduction.profileEnded && speaksFor(actor, introduction.investor.id);
}

async function onIntroduction(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  side: Asker,
  act: (given: OnIntroduction) => Promise<{ action: string; topic?: string }>,
): Promise<void> {
  const known = await findIntroduction(db, id);
  authorize(actor, known !== undefined && isSide(actor, known, side));
  const { raiseId } = found(known);
  const at = now();
  await db.transaction().execute(async (tx) => {
    await lockRaise(tx, raiseId);
    const introduction = found(await findIntroduction(tx, id));
    const { action, topic } = await act({ tx, introduction, actor, at, today: dayIn(at, "Europe/Oslo") });
    const { startupId, networkId, investor } = introduction;
    const organizationId = { startup: startupId, investor: investor.id, network: networkId }[side];
    await audit(tx, { actor, at, action, subject: { kind: "introduction", id }, organizationId });
    if (topic === undefined) return;
    const organizationIds = [startupId, investor.id, networkId];
    await announce(tx, [{ at, topic, organizationIds, payload: { introductionId: id } }]);
  });
}

type State = Partial<Record<"state" | "introduced_on" | "declined_by_side" | "startup_yes_by" | "investor_yes_by", string>> & {
  decline_word?: string | null;
  state_since?: Temporal.Instant;
  startup_yes_at?: Temporal.Instant;
  investor_yes_at?: Temporal.Instant;
};

async function setState(tx: Tx, id: string, state: State): Promise<void> {
  await tx.updateTable("introductions").set(state).where("id", "=", id).execute();
}
