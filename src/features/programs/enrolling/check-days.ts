import type { Day } from "../../../platform/time/day.ts";
import { programRefusals } from "../refusals.ts";
import { type ExitType, endTypes } from "./outcome.ts";

/** What is wrong with the days of an enrollment, as a code of a refusal or of a row of a file; undefined when nothing is. */
export function wrongDays(
  { intake, exit, exitType, lastEvidence }: { intake: Day; exit: Day | null; exitType: ExitType; lastEvidence: Day | null },
  today: Day,
): { code: "inTheFuture" | "wrongOrder" | "endNeedsDay"; day: "intake" | "exit" | "lastEvidence" } | undefined {
  const days = { intake, exit, lastEvidence };
  for (const day of ["intake", "exit", "lastEvidence"] as const) if ((days[day] ?? today) > today) return { code: "inTheFuture", day };
  if (exit !== null && exit < intake) return { code: "wrongOrder", day: "exit" };
  if (lastEvidence !== null && lastEvidence < intake) return { code: "wrongOrder", day: "lastEvidence" };
  if (exit === null && endTypes.includes(exitType)) return { code: "endNeedsDay", day: "exit" };
  return undefined;
}

/** @throws Refusal program.in_the_future, program.wrong_order, program.end_needs_day */
export function requireDays(given: Parameters<typeof wrongDays>[0], today: Day): void {
  const wrong = wrongDays(given, today);
  if (wrong) throw programRefusals[wrong.code]();
}
