import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { type NewCall, ownEvent } from "./create-call.ts";
import { mayRunCall } from "./policy.ts";
import { type CallRow, findCall, hasDelivered, lockCall } from "./queries.ts";
import { callRefusals } from "./refusals.ts";

/** What is left out stays as it is. */
export type CallChange = { [Key in keyof Omit<NewCall, "organization" | "kind" | "phases" | "timeZone">]?: NewCall[Key] | undefined };

/**
 * Changes a call. Once somebody has delivered, what they were asked and who may apply stand still.
 * @returns its id
 * @throws Refusal call.form_frozen, call.already_published, call.deadline_not_earlier, call.closes_before_opening
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
    refuseWhatStands(before, change, await hasDelivered(tx, id));
    const eventId = change.event ? found(await ownEvent(tx, organizationId, change.event)) : null;
    const opensAt = change.opensAt ?? before.opens_at;
    const closesAt = change.closesAt ?? before.closes_at;
    if (Temporal.Instant.compare(opensAt, closesAt) >= 0) throw callRefusals.closesBeforeOpening();
    await tx
      .updateTable("calls")
      .set({
        titles: JSON.stringify(change.title ?? before.titles),
        descriptions: JSON.stringify(change.descriptions ?? before.descriptions),
        opens_at: opensAt,
        closes_at: closesAt,
        grace_minutes: change.graceMinutes ?? before.grace_minutes,
        questions: JSON.stringify(change.questions ?? before.questions),
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
    const details = { fields: Object.keys(change) };
    await audit(tx, { actor, at, action: "call.change", subject: { kind: "call", id }, organizationId, details });
    const isPublished = before.status === "draft" && change.status === "published";
    const topic = isPublished ? "call.published" : "call.changed";
    await announce(tx, [{ at, topic, organizationIds: [organizationId], payload: { callId: id, ...details } }]);
  });
  return id;
}

function refuseWhatStands(before: CallRow, change: CallChange, isFormFrozen: boolean): void {
  const changesForm = change.questions !== undefined || change.eligibility !== undefined || change.isBlind !== undefined;
  if (changesForm && isFormFrozen) throw callRefusals.formFrozen();
  if (before.status === "draft") return;
  if (change.status === "draft") throw callRefusals.alreadyPublished();
  if (change.closesAt && Temporal.Instant.compare(change.closesAt, before.closes_at) < 0) throw callRefusals.deadlineNotEarlier();
}
