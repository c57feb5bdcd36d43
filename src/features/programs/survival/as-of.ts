import { addDays, type Day } from "../../../platform/time/day.ts";
import type { EnrollmentRow } from "../enrolling/queries.ts";

/**
 * Startups as they stood before a day, by all that is known of those days today: who came later is left out, who ended later ran,
 * and nothing that was observed since counts.
 */
export function asOf(rows: readonly EnrollmentRow[], before: Day): EnrollmentRow[] {
  const last = addDays(before, -1);
  return rows
    .filter(({ intakeOn }) => intakeOn < before)
    .map((row) => {
      const hasLeftSince = row.exitOn !== null && row.exitOn >= before;
      // who was seen at work later was at work then
      const isSeenSince = (row.lastEvidenceOn ?? "") >= before || (hasLeftSince && row.exitType !== "unknown");
      return {
        ...row,
        observations: row.observations.filter(({ on }) => on < before),
        ...(hasLeftSince && { exitOn: null }),
        ...((hasLeftSince || isSeenSince) && { exitType: isSeenSince ? ("active" as const) : row.exitType }),
        ...(isSeenSince && { lastEvidenceOn: last }),
      };
    });
}
