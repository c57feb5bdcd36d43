import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { lastMoment } from "./call.ts";
import { type NewCall, ownEvent } from "./create-call.ts";
import { rewritePhases } from "./judging/rewrite-phases.ts";
import { mayRunCall } from "./policy.ts";
import { type CallRow, findCall, hasDelivered, lockCall } from "./queries.ts";
import { callRefusals } from "./refusals.ts";
import { withKeys } from "./submissions/keys.ts";

/** What is left out stays as it is. */
export type CallChange = { [Key in keyof Omit<NewCall, "organization" | "jurors">]?: NewCall[Key] | undefined };

/**
 * Changes a call. Once somebody has delivered, what they were asked and who may apply stand still; a phase does from when it opens.
 * @returns its id
 * @throws Refusal call.form_frozen, call.already_published, call.deadline_not_earlier, call.closes_before_opening, call.has_opened,
 * call.vote_has_opened, judging.criteria_frozen
 */
export async function changeCall(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  change: CallChange,
  expected: number | undefined,
): Promise<string> {
  const known = await findCall(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunCall(actor, known.organization_id));
  const [{ id, organization_id: organizationId }, at] = [found(known), now()];
  await db.transaction().execute(async (tx) => {
    const before = await lockCall(tx, id, "to change");
    sameVersion(expected, before);
    const eventId = change.event ? found(await ownEvent(tx, organizationId, change.event)) : null;
    refuseWhatStands(before, change, { isFormFrozen: await hasDelivered(tx, id), eventId, at });
    const opensAt = change.opensAt ?? before.opens_at;
    const closesAt = change.closesAt ?? before.closes_at;
    if (Temporal.Instant.compare(opensAt, closesAt) >= 0) throw callRefusals.closesBeforeOpening();
    await tx
      .updateTable("calls")
      .set({
        kind: change.kind ?? before.kind,
        titles: JSON.stringify(change.title ?? before.titles),
        descriptions: JSON.stringify(change.descriptions ?? before.descriptions),
        opens_at: opensAt,
        closes_at: closesAt,
        grace_minutes: change.graceMinutes ?? before.grace_minutes,
        time_zone: change.timeZone ?? before.time_zone,
        questions: JSON.stringify(change.questions ? withKeys(change.questions) : before.questions),
        eligibility: JSON.stringify(change.eligibility ?? before.eligibility),
        is_blind: change.isBlind ?? before.is_blind,
        texts: JSON.stringify(change.appealNotes ?? before.texts),
        sponsors: JSON.stringify(change.sponsors ?? before.sponsors),
        event_id: change.event === undefined ? before.event_id : eventId,
        status: change.status ?? before.status,
        version: before.version + 1,
      })
      .where("id", "=", id)
      .execute();
    if (change.phases) await rewritePhases(tx, id, change.phases);
    const details = { fields: Object.keys(change) };
    await audit(tx, { actor, at, action: "call.change", subject: { kind: "call", id }, organizationId, details });
    const isPublished = before.status === "draft" && change.status === "published";
    const topic = isPublished ? "call.published" : "call.changed";
    await announce(tx, [{ at, topic, organizationIds: [organizationId], payload: { callId: id, ...details } }]);
  });
  return id;
}

type Standing = { isFormFrozen: boolean; eventId: string | null; at: Temporal.Instant };

function refuseWhatStands(before: CallRow, change: CallChange, { isFormFrozen, eventId, at }: Standing): void {
  const changesForm = [change.kind, change.questions, change.eligibility, change.isBlind].some((part) => part !== undefined);
  if (changesForm && isFormFrozen) throw callRefusals.formFrozen();
  if (before.vote_opened_at && change.event !== undefined && eventId !== before.event_id) throw callRefusals.voteHasOpened();
  if (before.status === "draft") return;
  if (change.status === "draft") throw callRefusals.alreadyPublished();
  if (change.opensAt && hasComeOf(before, at) && !change.opensAt.equals(before.opens_at)) throw callRefusals.hasOpened();
  const after = { ...before, closes_at: change.closesAt ?? before.closes_at, grace_minutes: change.graceMinutes ?? before.grace_minutes };
  const isEarlier = Temporal.Instant.compare(after.closes_at, before.closes_at) < 0;
  // nobody loses minutes they were promised
  if (isEarlier || Temporal.Instant.compare(lastMoment(after), lastMoment(before)) < 0) throw callRefusals.deadlineNotEarlier();
}

function hasComeOf({ opens_at: opensAt }: CallRow, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(opensAt, at) <= 0;
}
