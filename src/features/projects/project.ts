import type { Day } from "../../platform/time/day.ts";

/** How a milestone stands on a day: done, late (its last known day has passed), at risk (believed later than planned) or on its way. */
export type MilestoneState = "done" | "late" | "delayed" | "planned";

export interface Milestone {
  plannedOn: Day;
  forecastOn: Day | null;
  doneOn: Day | null;
}

export function milestoneState({ plannedOn, forecastOn, doneOn }: Milestone, today: Day): MilestoneState {
  if (doneOn !== null) return "done";
  if ((forecastOn ?? plannedOn) < today) return "late";
  return forecastOn !== null && forecastOn > plannedOn ? "delayed" : "planned";
}

export const mostPartners = 40;
export const mostWorkPackages = 20;
export const mostEvents = 200;
