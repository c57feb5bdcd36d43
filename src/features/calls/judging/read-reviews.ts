import { type Actor, isPerson } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import { mayRunCall } from "../policy.ts";
import { findCall, type PhaseRow, phasesOf } from "../queries.ts";
import { findSubmission, submissionsTo } from "../submissions/queries.ts";
import { changesOf, currentPhase, findReview, isJuror, jurorsOf, type ReviewRow, reviewsIn, reviewsOf } from "./queries.ts";
import { judgingRefusals } from "./refusals.ts";
import { isUnanimous, leadersBy, measures, ranksBy, resultsOf, totalOf } from "./results.ts";

/** One review: for the juror whose it is, and, when the phase has closed, for those who run the call. @throws Refusal judging.sealed */
export async function readReview(db: Db, actor: Actor, submissionId: string, jurorId: string, phase: number | undefined) {
  const known = await findReview(db, submissionId, jurorId, phase);
  const call = known && (await findCall(db, known.call_id));
  const isOwn = isPerson(actor, jurorId);
  authorize(actor, call !== undefined && (isOwn || mayRunCall(actor, call.organization_id)));
  const review = found(known);
  if (!isOwn && review.closed_at === null) throw judgingRefusals.sealed();
  return { review, criteria: await criteriaOf(db, review.call_id, review.phase) };
}

/** The reviews of a submission for those who run the call: who has delivered, and what, when the phase has closed. */
export async function readReviews(db: Db, actor: Actor, submissionId: string) {
  const submission = await findSubmission(db, submissionId);
  authorize(actor, submission !== undefined && submission.delivered_at !== null && mayRunCall(actor, submission.organization_id));
  const [reviews, changes] = await Promise.all([reviewsOf(db, submissionId), changesOf(db, submissionId)]);
  return reviews.map((review) => ({
    review,
    changes: changes.filter(({ phase, juror_id }) => phase === review.phase && juror_id === review.juror_id),
  }));
}

/** The jury for those who run the call, with how far each has come in the phase that is open, or was last. */
export async function readJurors(db: Db, actor: Actor, idOrSlug: string) {
  const call = await findCall(db, idOrSlug);
  authorize(actor, call !== undefined && mayRunCall(actor, call.organization_id));
  const { id } = found(call);
  const phase = (await currentPhase(db, id))?.number ?? 0;
  return jurorsOf(db, id, phase);
}

const mostCompared = 1_000;

/**
 * What a phase came to, when it has closed: for those who run the call, and for its jury, who are not shown what they are recused from.
 * @throws Refusal judging.sealed
 */
export async function readResults(db: Db, actor: Actor, idOrSlug: string, asked: number | undefined) {
  const known = await findCall(db, idOrSlug);
  const runs = known !== undefined && mayRunCall(actor, known.organization_id);
  const judges = known !== undefined && actor.kind === "person" && (await isJuror(db, known.id, actor.personId));
  authorize(actor, runs || judges);
  const call = found(known);
  const number = asked ?? (await currentPhase(db, call.id))?.number;
  const phase = (await phasesOf(db, call.id)).find((one) => one.number === number);
  if (!phase?.closed_at) throw judgingRefusals.sealed();
  const [reviews, submissions] = await Promise.all([
    reviewsIn(db, call.id, phase.number),
    submissionsTo(db, { callId: call.id, limit: mostCompared, after: undefined }),
  ]);
  return { call, phase, runs, submissions, ...compared(phase, reviews, runs ? undefined : actor.personId) };
}

function compared({ criteria }: PhaseRow, reviews: readonly ReviewRow[], readBy: string | undefined) {
  const ids = [...new Set(reviews.map(({ submission_id }) => submission_id))];
  const delivered = reviews.filter(({ delivered_at, conflict }) => delivered_at !== null && conflict === "none");
  const scored = delivered.map((review) => ({
    submissionId: review.submission_id,
    jurorId: review.juror_id,
    scores: new Map(Object.entries(review.scores)),
  }));
  const results = resultsOf(criteria, ids, scored);
  const ranks = new Map(measures.map((measure) => [measure, ranksBy(results, measure)]));
  const recusedFrom = new Set(
    reviews.flatMap((one) => (one.juror_id === readBy && one.conflict === "conflict" ? [one.submission_id] : [])),
  );
  return {
    results: results
      .filter(({ submissionId }) => !recusedFrom.has(submissionId))
      .map((result) => ({
        ...result,
        ranks:
          result.figures && Object.fromEntries(measures.map((measure) => [measure, ranks.get(measure)?.get(result.submissionId) ?? 0])),
        reviews: reviews
          .filter(({ submission_id }) => submission_id === result.submissionId)
          .map((review) => ({
            review,
            total: review.delivered_at === null ? undefined : totalOf(criteria, new Map(Object.entries(review.scores))),
          })),
      })),
    leaders: Object.fromEntries(measures.map((measure) => [measure, leadersBy(results, measure)])),
    isUnanimous: isUnanimous(results),
  };
}

async function criteriaOf(db: Db, callId: string, number: number) {
  return (await phasesOf(db, callId)).find((phase) => phase.number === number)?.criteria ?? [];
}
