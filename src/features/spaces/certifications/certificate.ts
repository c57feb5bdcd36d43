import { addDays, type Day } from "../../../platform/time/day.ts";

/** The first day a certificate is no longer good: the last day one names is still one of its days. Null is for good. */
export function endOf(from: Day, { lastDay, validMonths }: { lastDay: Day | undefined; validMonths: number | null }): Day | null {
  if (lastDay !== undefined) return addDays(lastDay, 1);
  return validMonths === null ? null : Temporal.PlainDate.from(from).add({ months: validMonths }).toString();
}
