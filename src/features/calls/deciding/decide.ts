import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { countScored, currentPhase } from "../judging/queries.ts";
import { fewestReviews } from "../judging/results.ts";
import { mayRunCall } from "../policy.ts";
import { lockCall } from "../queries.ts";
import type { Outcome } from "../submissions/outcome.ts";
import { findSubmission, lockSubmission } from "../submissions/queries.ts";
import { decidingRefusals } from "./refusals.ts";

/**
 * Decides a submission, or decides otherwise: the decision before stays in the books. Nobody is told until the letters are sent. Where a
 * jury has judged, what is chosen rests on three reviews at least, or on a reason that whoever applied is told (domain.md 9).
 * @throws Refusal deciding.phase_open, deciding.withdrawn, deciding.too_few_scores
 */
export async function decide(
  { db, now }: Installation,
  actor: Actor,
  submissionId: string,
  given: { outcome: Outcome; reason?: string | undefined },
): Promise<void> {
  const known = await findSubmission(db, submissionId);
  authorize(actor, known !== undefined && known.delivered_at !== null && mayRunCall(actor, known.organization_id));
  const [{ call_id: callId, organization_id: organizationId }, at] = [found(known), now()];
  await db.transaction().execute(async (tx) => {
    await lockCall(tx, callId, "to change");
    const submission = await lockSubmission(tx, submissionId);
    const phase = await currentPhase(tx, callId);
    if (phase && phase.closed_at === null) throw decidingRefusals.phaseOpen();
    if (submission.state === "withdrawn") throw decidingRefusals.withdrawn();
    const { outcome, reason = null } = given;
    const before = submission.decision;
    if (before && before.outcome === outcome && before.reason === reason) return;
    if (outcome === "awarded" && phase && reason === null) {
      const count = await countScored(tx, submissionId);
      if (count < fewestReviews) throw decidingRefusals.tooFewScores({ count, fewest: fewestReviews });
    }
    const { number } = await tx
      .selectFrom("call_decisions")
      .select((build) => build.fn.coalesce(build.fn.max("number"), build.lit(0)).as("number"))
      .where("submission_id", "=", submissionId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("call_decisions")
      .values({
        submission_id: submissionId,
        number: number + 1,
        call_id: callId,
        outcome,
        reason,
        decided_at: at,
        decided_by: actor.personId,
      })
      .execute();
    const subject = { kind: "submission", id: submissionId };
    await audit(tx, {
      actor,
      at,
      action: "submission.decide",
      subject,
      organizationId,
      details: { callId, outcome, before: before?.outcome },
    });
    const payload = { callId, submissionId, outcome };
    await announce(tx, [{ at, topic: "submission.decided", organizationIds: [organizationId], payload }]);
  });
}
