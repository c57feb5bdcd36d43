import type { Day } from "../../platform/time/day.ts";

/** The way to membership, in order, and the way out. */
export const stages = ["prospect", "contacted", "in_dialogue", "applied", "member", "declined"] as const;

export type Stage = (typeof stages)[number];

/** Stages one works in: the rooms of the board. */
export const openStages = ["prospect", "contacted", "in_dialogue", "applied"] as const;

/** Next steps of these stages are calls: nobody there talks with us yet, so we are the ones to ring. */
export const callStages = ["prospect", "contacted"] as const;

/** today: to be done today. late: should have been done. without: nobody has said what comes next. later: the rest. */
export type Urgency = "today" | "late" | "without" | "later";

type WithNextStep = { stage: string; nextStep: string | null; nextStepOn: Day | null };

/** Whether one still works with the candidate. */
export function isOpen(stage: string): boolean {
  return openStages.some((open) => open === stage);
}

/** How pressing the next step is. A candidate one no longer works with has none to be late with. */
export function urgencyOf({ stage, nextStep, nextStepOn }: WithNextStep, today: Day): Urgency {
  if (!isOpen(stage)) return "later";
  if (nextStep === null) return "without";
  if (nextStepOn === null || nextStepOn > today) return "later";
  return nextStepOn === today ? "today" : "late";
}

/**
 * Whether a move must say why: a no, and a step back. The reason is what the next coordinator reads.
 * Whoever said no may be asked again without one.
 */
export function needsReason(from: Stage, to: Stage): boolean {
  if (to === "declined") return true;
  return from !== "declined" && stages.indexOf(to) < stages.indexOf(from);
}

/** How long the last move of a candidate can be undone. */
export const undoHours = 24;

/** Whether a move may be undone: only the last one, only once, and not the day after. */
export function mayStillUndo(change: { changedAt: Temporal.Instant; isUndone: boolean; isLast: boolean }, now: Temporal.Instant): boolean {
  return change.isLast && !change.isUndone && Temporal.Instant.compare(now, change.changedAt.add({ hours: undoHours })) <= 0;
}
