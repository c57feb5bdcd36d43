import type { Day } from "../../../platform/time/day.ts";

/**
 * What became of a startup. `active`, `graduated` and `moved` run; `dormant`, `bankrupt` and `dissolved` are out of business, as
 * Statistics Norway counts survival (a firm that lies idle has not survived); `merged` and `acquired` go on within another firm, and are
 * counted both ways; of `unknown` nobody knows.
 */
export const exitTypes = ["active", "graduated", "moved", "dormant", "bankrupt", "dissolved", "merged", "acquired", "unknown"] as const;
export type ExitType = (typeof exitTypes)[number];

/** What a startup can be on the day of an observation: the same but for `graduated`, which is about the program. */
export const statuses = ["active", "moved", "dormant", "bankrupt", "dissolved", "merged", "acquired", "unknown"] as const;
export type Status = (typeof statuses)[number];

/** An exit of these types has a day. */
export const endTypes: readonly ExitType[] = ["dormant", "bankrupt", "dissolved", "merged", "acquired"];

export interface Observed {
  on: Day;
  status: Status;
}

export interface Enrolled {
  intakeOn: Day;
  exitType: ExitType;
  exitOn: Day | null;
  lastEvidenceOn: Day | null;
}

/** How a startup stands: what it is, since when it has been so when it ended, and until when it is known to have run. */
export interface Outcome {
  type: ExitType;
  endedOn: Day | null;
  lastEvidenceOn: Day;
}

/**
 * What is known of a startup, by its enrollment and by what was observed of it since. An exit that is written stands, unless it was seen
 * at work on a later day. One that is said to run has ended when the last of its observations says so: on the first day from which
 * they all do. Evidence is the latest day it was seen at work.
 */
export function outcomeOf({ intakeOn, exitType, exitOn, lastEvidenceOn }: Enrolled, observations: readonly Observed[]): Outcome {
  const seen = observations.filter(({ on }) => on >= intakeOn).toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const runs = seen.filter(({ status }) => status === "active" || status === "moved");
  const lastSeen = runs.at(-1)?.on;
  // who left without further trace was at work that day
  const evidence = latest([lastEvidenceOn, lastSeen]) ?? exitOn ?? intakeOn;
  if (endTypes.includes(exitType) && exitOn !== null && !(lastSeen !== undefined && lastSeen > exitOn))
    return { type: exitType, endedOn: exitOn, lastEvidenceOn: earliest(evidence, exitOn) };
  if (exitType === "unknown" && !(lastSeen !== undefined && lastSeen > (latest([exitOn, lastEvidenceOn]) ?? intakeOn)))
    return { type: "unknown", endedOn: null, lastEvidenceOn: evidence };
  const end = seen.filter(({ on }) => lastSeen === undefined || on > lastSeen).find(({ status }) => isEnd(status));
  if (end && end.on >= evidence) return { type: end.status, endedOn: end.on, lastEvidenceOn: evidence };
  const isRunning = exitType === "graduated" || exitType === "moved";
  return { type: isRunning ? exitType : "active", endedOn: null, lastEvidenceOn: evidence };
}

function isEnd(status: Status): boolean {
  return (endTypes as readonly string[]).includes(status);
}

function latest(days: readonly (Day | null | undefined)[]): Day | undefined {
  return days
    .filter((day) => day != null)
    .sort()
    .at(-1);
}

function earliest(one: Day, other: Day): Day {
  return one < other ? one : other;
}
