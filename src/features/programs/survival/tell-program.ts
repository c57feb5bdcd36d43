import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { InEveryLanguage } from "../../../platform/language/language.ts";
import { addDays, type Day } from "../../../platform/time/day.ts";
import { survivalDefinition } from "../definitions.ts";
import { findEnrollments } from "../enrolling/queries.ts";
import type { Interval } from "../jobs/interval.ts";
import { readNational } from "../national/national-survival.ts";
import { isIn, presentSurvival, reachedOf } from "../present.ts";
import type { TargetMeasure } from "../program.ts";
import { findCohorts, findTargets, type ProgramRow } from "../queries.ts";
import { asOf } from "./as-of.ts";
import type { Clock, MergerView } from "./follow-up.ts";
import type { LogRank } from "./log-rank.ts";
import { compareSurvival, fewest } from "./read-survival.ts";

export interface ToldTarget {
  id: string;
  name: Texts;
  measure: TargetMeasure;
  amount: number;
  from: Day;
  until: Day;
  reached: Interval;
}

export interface ToldComparison {
  first: { id: string; name: string; n: number };
  second: { id: string; name: string; n: number };
  logRank: LogRank | null;
}

export type ToldSurvival = Omit<ReturnType<typeof presentSurvival>, "definition"> & {
  definitions: InEveryLanguage;
  comparison: ToldComparison | null;
};

/** What became of a program's startups by the end of a period, as anybody may read it: the curve, and its two latest cohorts compared. */
export async function tellSurvival(
  db: Db,
  program: ProgramRow,
  { clock, merged, to }: { clock: Clock; merged: MergerView; to: Day },
  at: Temporal.Instant,
): Promise<ToldSurvival> {
  const rows = asOf(await findEnrollments(db, { programIds: [program.id] }), to);
  const view = { clock, merged, today: addDays(to, -1), isSeenWhole: false };
  const { definition: _, ...told } = presentSurvival(rows, await readNational(db), view, at, "nb");
  const groups = (await findCohorts(db, program.id))
    .map((cohort) => ({ id: cohort.id, name: cohort.name, rows: rows.filter((row) => isIn(row, cohort)) }))
    .filter((group) => group.rows.length >= fewest);
  const [first, second] = groups.slice(-2);
  const named = ({ id, name, rows: of }: (typeof groups)[number]) => ({ id, name, n: of.length });
  return {
    ...told,
    definitions: { nb: survivalDefinition("nb", view), nn: survivalDefinition("nn", view), en: survivalDefinition("en", view) },
    comparison:
      first && second
        ? { first: named(first), second: named(second), logRank: compareSurvival(first.rows, second.rows, view) ?? null }
        : null,
  };
}

/** The targets of a program that had begun by the end of a period, and how much of each was reached by then. */
export async function tellTargets(db: Db, program: ProgramRow, to: Day): Promise<ToldTarget[]> {
  const rows = await findEnrollments(db, { programIds: [program.id] });
  const targets = (await findTargets(db, program.id)).filter(({ from }) => from < to);
  return targets.map(({ names, ...target }) => ({ ...target, name: names, reached: reachedOf(target, rows, addDays(to, -1)) }));
}
