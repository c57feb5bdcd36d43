import type { Day } from "../../../platform/time/day.ts";
import { outcomeOf } from "./outcome.ts";
import { needsCall } from "./present-enrollment.ts";
import type { EnrollmentRow } from "./queries.ts";

export interface Asked {
  q?: string | undefined;
  state?: "running" | "ended" | "unknown" | undefined;
  cohort?: { from: Day; until: Day } | undefined;
  adviser?: string | undefined;
  needsCall?: "true" | undefined;
}

/** Whether a startup is among those asked for. */
export function matches(row: EnrollmentRow, asked: Asked, today: Day): boolean {
  const word = (asked.q ?? "").trim().toLowerCase();
  if (word !== "" && !row.name.toLowerCase().includes(word) && !isNumberOf(row, word)) return false;
  if (asked.state !== undefined && stateOf(row) !== asked.state) return false;
  if (asked.cohort && !(asked.cohort.from <= row.intakeOn && row.intakeOn <= asked.cohort.until)) return false;
  if (asked.adviser !== undefined && row.adviserId !== asked.adviser) return false;
  return asked.needsCall === undefined || needsCall(row, today) !== null;
}

function stateOf(row: EnrollmentRow): "running" | "ended" | "unknown" {
  const { type, endedOn } = outcomeOf(row, row.observations);
  if (type === "unknown") return "unknown";
  return endedOn === null ? "running" : "ended";
}

function isNumberOf({ organizationNumber }: EnrollmentRow, word: string): boolean {
  const digits = word.replaceAll(/[\s.]/g, "");
  return /^\d{3,9}$/.test(digits) && (organizationNumber ?? "").includes(digits);
}
