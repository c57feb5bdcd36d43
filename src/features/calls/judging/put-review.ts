import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { isPerson } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { findCall, phasesOf } from "../queries.ts";
import type { Conflict, ReviewKey, ReviewRow } from "./queries.ts";
import { findReview, lockReview } from "./queries.ts";
import { judgingRefusals } from "./refusals.ts";

export interface Declaration {
  conflict: Conflict;
  reason?: string | undefined;
}

export interface Given {
  /** Said before any score, in the same breath if one likes. */
  declaration?: Declaration | undefined;
  /** By criterion. Null takes a score away: missing, not zero. What is left out stays. */
  scores: Record<string, number | null>;
  comment?: string | undefined;
  deliver: boolean;
}

/** A juror says whether there is a conflict of interest. Where there is one, scores that were given are taken away. @throws Refusal judging.phase_not_open */
export async function declareConflict(
  installation: Installation,
  actor: Actor,
  submissionId: string,
  jurorId: string,
  declaration: Declaration,
) {
  await onOwnReview(installation, actor, submissionId, jurorId, async (tx, review, at) => {
    await declare(tx, review, declaration, at);
    return "review.declare";
  });
}

/**
 * A juror gives scores while the phase is open, and delivers them. @throws Refusal judging.phase_not_open, judging.conflict_not_declared,
 * judging.recused, judging.unknown_criterion, judging.off_scale, judging.nothing_scored
 */
export async function putReview(
  installation: Installation,
  actor: Actor,
  submissionId: string,
  jurorId: string,
  given: Given,
): Promise<void> {
  await onOwnReview(installation, actor, submissionId, jurorId, async (tx, before, at) => {
    if (given.declaration) await declare(tx, before, given.declaration, at);
    const review = given.declaration ? await lockReview(tx, keyOf(before)) : before;
    if (review.conflict === null) throw judgingRefusals.conflictNotDeclared();
    if (review.conflict === "conflict") {
      // who is recused by this very request says nothing more
      if (Object.values(given.scores).some((score) => score !== null) || given.deliver) throw judgingRefusals.recused();
      return "review.declare";
    }
    await writeScores(tx, review, given.scores, at);
    const after = await lockReview(tx, keyOf(review));
    if (given.deliver && Object.keys(after.scores).length === 0) throw judgingRefusals.nothingScored();
    const deliveredAt = Object.keys(after.scores).length === 0 ? null : given.deliver ? at : review.delivered_at;
    await tx
      .updateTable("reviews")
      .set({ comment: given.comment ?? review.comment, delivered_at: deliveredAt, version: review.version + 1 })
      .where((where) => where.and(keyOf(review)))
      .execute();
    return given.deliver ? "review.deliver" : "review.save";
  });
}

type Deed = "review.declare" | "review.save" | "review.deliver";
type Step = (tx: Tx, review: ReviewRow, at: Temporal.Instant) => Promise<Deed>;

/**
 * What a juror does with a review of their own, while its phase is open. The log says that it was done, and not what: those who read the
 * log are those the scores are sealed from. What was said before is kept beside it.
 */
async function onOwnReview({ db, now }: Installation, actor: Actor, submissionId: string, jurorId: string, step: Step): Promise<void> {
  const known = isPerson(actor, jurorId) ? await findReview(db, submissionId, jurorId) : undefined;
  authorize(actor, known !== undefined && known.erased_at === null && !known.is_withdrawn);
  const [key, at] = [keyOf(found(known)), now()];
  await db.transaction().execute(async (tx) => {
    const review = await lockReview(tx, key);
    if (review.closed_at !== null) throw judgingRefusals.phaseNotOpen();
    const deed = await step(tx, review, at);
    const after = await lockReview(tx, key);
    await tx
      .insertInto("review_changes")
      .values({
        ...key,
        version: after.version,
        changed_at: at,
        conflict: after.conflict,
        scores: JSON.stringify(after.scores),
        is_delivered: after.delivered_at !== null,
      })
      .execute();
    await log(tx, actor, after, deed, at);
  });
}

async function declare(tx: Tx, review: ReviewRow, { conflict, reason }: Declaration, at: Temporal.Instant): Promise<void> {
  const key = keyOf(review);
  if (conflict === "conflict")
    await tx
      .deleteFrom("review_scores")
      .where((where) => where.and(key))
      .execute();
  await tx
    .updateTable("reviews")
    .set({
      conflict,
      conflict_reason: conflict === "conflict" ? (reason ?? null) : null,
      declared_at: at,
      delivered_at: conflict === "conflict" ? null : review.delivered_at,
      version: review.version + 1,
    })
    .where((where) => where.and(key))
    .execute();
}

async function writeScores(tx: Tx, review: ReviewRow, scores: Given["scores"], at: Temporal.Instant): Promise<void> {
  const phases = await phasesOf(tx, review.call_id);
  const criteria = new Map(phases.find(({ number }) => number === review.phase)?.criteria.map((one) => [one.id, one]));
  for (const [criterionId, score] of Object.entries(scores)) {
    const criterion = criteria.get(criterionId);
    if (!criterion) throw judgingRefusals.unknownCriterion();
    if (score !== null && (score < criterion.least || score > criterion.most)) throw judgingRefusals.offScale();
  }
  const given = Object.keys(scores);
  if (given.length === 0) return;
  await tx
    .deleteFrom("review_scores")
    .where((where) => where.and(keyOf(review)))
    .where("criterion_id", "in", given)
    .execute();
  const rows = Object.entries(scores).flatMap(([criterionId, score]) => {
    const criterion = criteria.get(criterionId);
    if (score === null || !criterion) return [];
    const { weight, least, most } = criterion;
    return [{ ...keyOf(review), criterion_id: criterionId, weight, least, most, score, given_at: at }];
  });
  if (rows.length > 0) await tx.insertInto("review_scores").values(rows).execute();
}

export function keyOf({ call_id, phase, submission_id, juror_id }: ReviewKey): ReviewKey {
  return { call_id, phase, submission_id, juror_id };
}

async function log(tx: Tx, actor: SignedIn, review: ReviewRow, deed: Deed, at: Temporal.Instant): Promise<void> {
  const call = found(await findCall(tx, review.call_id));
  const subject = { kind: "submission", id: review.submission_id };
  const details = { callId: call.id, phase: review.phase };
  await audit(tx, { actor, at, action: deed, subject, organizationId: call.organization_id, details });
  const payload = { ...details, submissionId: review.submission_id, jurorId: review.juror_id };
  if (deed === "review.deliver") await announce(tx, [{ at, topic: "review.delivered", organizationIds: [call.organization_id], payload }]);
}
