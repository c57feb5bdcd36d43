import type { Day } from "../../platform/time/day.ts";

/** From and including `validFrom` (null: open) until but not including `validTo` (null: open). */
export type Validity = { validFrom: Day | null; validTo: Day | null };

/** Whether the day lies within. */
export function isValidOn({ validFrom, validTo }: Validity, date: Day): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date < validTo);
}
