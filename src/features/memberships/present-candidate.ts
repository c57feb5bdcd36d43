import type { Actor } from "../../platform/access/actor.ts";
import type { Day } from "../../platform/time/day.ts";
import { mayStillUndo, urgencyOf } from "./candidate.ts";
import type { CandidateRow } from "./candidate-queries.ts";
import { mayRecruit } from "./policy.ts";
import type { StageChangeRow } from "./stage-change-queries.ts";

/** A candidate as the API shows it. */
export function presentCandidate(row: CandidateRow, actor: Actor, today: Day) {
  const mayWork = mayRecruit(actor, { id: row.network_id });
  return {
    id: row.id,
    network: { id: row.network_id, slug: row.network_slug, name: row.network_name },
    organizationId: row.organization_id,
    slug: row.slug,
    name: row.name,
    town: row.town,
    municipality: row.municipality,
    desks: row.desks,
    stage: row.stage,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    nextStepAt: row.next_step_at,
    urgency: urgencyOf({ stage: row.stage, nextStep: row.next_step, nextStepOn: row.next_step_on }, today),
    owner: row.owner_id === null ? null : { personId: row.owner_id, name: row.owner_name ?? "" },
    latestNote: row.latest_note,
    version: row.version,
    abilities: { change: mayWork, move: mayWork },
  };
}

/** A move as the API shows it. */
export function presentStageChange(row: StageChangeRow, actor: Actor, now: Temporal.Instant) {
  const { changed_at: changedAt, undone_at: undoneAt, is_last: isLast } = row;
  const isUndoable = row.from_stage !== null && mayStillUndo({ changedAt, isUndone: undoneAt !== null, isLast }, now);
  return {
    id: row.id,
    candidateId: row.candidate_id,
    name: row.name,
    from: row.from_stage,
    to: row.to_stage,
    reason: row.reason,
    changedAt: changedAt.toString(),
    changedBy: row.changed_by,
    undoneAt: undoneAt?.toString() ?? null,
    abilities: { undo: isUndoable && mayRecruit(actor, { id: row.network_id }) },
  };
}

/** A note as the API shows it. */
export function presentNote({ writtenAt, ...note }: { id: string; note: string; writtenAt: Temporal.Instant; writtenBy: string | null }) {
  return { ...note, writtenAt: writtenAt.toString() };
}
