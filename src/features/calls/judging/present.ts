import { type Actor, isPerson } from "../../../platform/access/actor.ts";
import { presentPhase } from "../present.ts";
import type { CriterionRow } from "../queries.ts";
import type { assignedTo, changesOf, ReviewRow } from "./queries.ts";
import type { readResults } from "./read-reviews.ts";
import { fewestReviews } from "./results.ts";

export function presentReview({ review, criteria }: { review: ReviewRow; criteria: CriterionRow[] }, actor: Actor) {
  return {
    submission: { id: review.submission_id, title: review.title },
    juror: { id: review.juror_id, name: review.juror_name },
    phase: { number: review.phase, name: review.phase_names, closedAt: review.closed_at?.toString() ?? null },
    criteria: criteria.map(({ names: name, descriptions: description, ...criterion }) => ({ ...criterion, name, description })),
    conflict: review.conflict,
    conflictReason: review.conflict_reason,
    scores: review.scores,
    comment: review.comment,
    deliveredAt: review.delivered_at?.toString() ?? null,
    version: review.version,
    abilities: { score: isPerson(actor, review.juror_id) && review.closed_at === null && !review.is_withdrawn },
  };
}

/** A review for those who run the call: that it is delivered, and nothing of what it says until the phase has closed. */
export function presentSealed({ review, changes }: { review: ReviewRow; changes: Awaited<ReturnType<typeof changesOf>> }) {
  const isSealed = review.closed_at === null;
  return {
    juror: { id: review.juror_id, name: review.juror_name },
    phase: review.phase,
    state: stateOf(review),
    conflictReason: review.conflict_reason,
    isSealed,
    scores: isSealed ? null : review.scores,
    comment: isSealed ? null : review.comment,
    changes: isSealed
      ? []
      : changes.map(({ changed_at, conflict, scores, is_delivered }) => ({
          at: changed_at.toString(),
          conflict,
          scores,
          isDelivered: is_delivered,
        })),
  };
}

export function presentAssignment(row: Awaited<ReturnType<typeof assignedTo>>[number]) {
  return {
    call: { id: row.call_id, slug: row.slug, title: row.titles, runner: row.runner_name, isBlind: row.is_blind },
    phase: { number: row.phase, name: row.phase_names, isOpen: row.closed_at === null },
    submission: { id: row.submission_id, title: row.title },
    conflict: row.conflict,
    scored: Object.keys(row.scores).length,
    criteria: row.criteria,
    deliveredAt: row.delivered_at?.toString() ?? null,
  };
}

export function presentResults({ phase, runs, call, submissions, results, leaders, isUnanimous }: Awaited<ReturnType<typeof readResults>>) {
  const known = new Map(submissions.map((submission) => [submission.id, submission]));
  return {
    phase: presentPhase(phase),
    fewest: fewestReviews,
    items: results.map(({ submissionId, count, figures, ranks, reviews }) => {
      const submission = known.get(submissionId);
      return {
        submission: {
          id: submissionId,
          title: submission?.delivered_title ?? "",
          applicant: runs || !call.is_blind ? (submission?.applicant_name ?? null) : null,
        },
        count,
        figures,
        ranks: ranks && { mean: ranks.mean ?? 0, median: ranks.median ?? 0, standardised: ranks.standardised ?? 0 },
        reviews: reviews.map(({ review, total }) => ({
          juror: { id: review.juror_id, name: review.juror_name },
          state: stateOf(review),
          total: total ?? null,
          // what was never delivered was never said
          scores: review.delivered_at === null ? {} : review.scores,
          comment: review.delivered_at === null ? null : review.comment,
        })),
      };
    }),
    leaders: { mean: leaders.mean ?? [], median: leaders.median ?? [], standardised: leaders.standardised ?? [] },
    isUnanimous,
  };
}

function stateOf({ conflict, delivered_at }: ReviewRow) {
  if (conflict === "conflict") return "recused" as const;
  if (delivered_at !== null) return "delivered" as const;
  return conflict === "none" ? ("declared" as const) : ("assigned" as const);
}
