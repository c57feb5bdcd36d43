import type { Db } from "../../../platform/database/database.ts";
import { addDays, type Day } from "../../../platform/time/day.ts";
import { type EnrollmentRow, findEnrollments } from "../enrolling/queries.ts";
import type { ProgramRow } from "../queries.ts";
import { asOf } from "./as-of.ts";
import { type Clock, type MergerView, spansOf } from "./follow-up.ts";
import { followedOf } from "./read-survival.ts";

/** A startup behind a curve: from when to when it was followed, in years on the clock, and whether it ended then. */
export interface CurveRow {
  label: string;
  path: string;
  organizationId: string;
  intakeOn: Day;
  entry: number;
  exit: number;
  isEnd: boolean;
  outcome: string;
}

/** The startups a curve is drawn from, the earliest first: the same that `tellSurvival` is told of. */
export async function curveRows(
  db: Db,
  program: ProgramRow,
  { clock, merged, to }: { clock: Clock; merged: MergerView; to: Day },
): Promise<CurveRow[]> {
  const today = addDays(to, -1);
  const rows = asOf(await findEnrollments(db, { programIds: [program.id] }), to);
  return rowsOfCurve(rows, { program, clock, merged, today });
}

/** The rows of a curve of some startups, the earliest first. */
export function rowsOfCurve(
  rows: readonly EnrollmentRow[],
  { program, clock, merged, today }: { program: Pick<ProgramRow, "slug">; clock: Clock; merged: MergerView; today: Day },
): CurveRow[] {
  return rows
    .filter(({ intakeOn }) => intakeOn <= today)
    .flatMap((row) => {
      const followed = followedOf(row);
      return spansOf([followed], { clock, merged, today, unknown: "lost" }).map((span) => ({
        ...{ label: row.name, path: `/programs/${program.slug}/enrollments/${row.id}`, organizationId: row.organizationId },
        ...{ intakeOn: row.intakeOn, outcome: followed.outcome.type, ...span },
      }));
    })
    .toSorted((a, b) => (a.intakeOn < b.intakeOn ? -1 : a.intakeOn > b.intakeOn ? 1 : a.label < b.label ? -1 : 1));
}
