import type { Day } from "../../../platform/time/day.ts";
import { outcomeOf } from "../enrolling/outcome.ts";
import type { EnrollmentRow } from "../enrolling/queries.ts";
import type { NationalSurvival } from "../national/national-survival.ts";
import { type Clock, type Followed, type MergerView, spansOf, type UnknownAs } from "./follow-up.ts";
import { kaplanMeier, riskSets, type Step, stepAt } from "./kaplan-meier.ts";
import { type LogRank, logRank } from "./log-rank.ts";

/** Fewer than these say nothing that could be leant on, and may say who they are. */
export const fewest = 10;
const longestHorizon = 40;

export type View = { clock: Clock; merged: MergerView; today: Day; isSeenWhole: boolean };

export interface Horizon {
  years: number;
  survival: number;
  lower: number | null;
  upper: number | null;
  atRisk: number;
  /** What survival would be had all unknown ones failed when last seen, or did all run still. */
  allUnknownFailed: number;
  allUnknownSurvived: number;
}

export interface Survival {
  n: number;
  ended: number;
  unknown: number;
  /** Left out: no founding day on the clock of age. */
  missing: number;
  /** Too few to say anything. */
  isSuppressed: boolean;
  steps: Step[];
  /** The first time at which fewer than ten are at risk, when there is one. */
  fewFrom: number | null;
  horizons: Horizon[];
  bounds: { allUnknownFailed: Step[]; allUnknownSurvived: Step[] };
}

/** What a startup's row says of its following up. */
export function followedOf(row: EnrollmentRow): Followed {
  return { intakeOn: row.intakeOn, foundedOn: row.foundedOn, outcome: outcomeOf(row, row.observations) };
}

/**
 * Survival of some startups. Below ten nothing is told. Where fewer than ten are still at risk the curve ends, but for those who may
 * open its rows.
 */
export function survivalOf(rows: readonly EnrollmentRow[], view: View): Survival {
  const followed = rows.filter(({ intakeOn }) => intakeOn <= view.today).map(followedOf);
  const spans = (unknown: UnknownAs) => spansOf(followed, { ...view, unknown });
  const main = spans("lost");
  const atRisk = riskSets(main);
  const all = kaplanMeier(main);
  const bounds = { allUnknownFailed: kaplanMeier(spans("failed")), allUnknownSurvived: kaplanMeier(spans("survived")) };
  const counted = {
    n: main.length,
    ended: main.filter(({ isEnd }) => isEnd).length,
    unknown: followed.filter(({ outcome }) => outcome.type === "unknown").length,
    missing: followed.length - main.length,
  };
  if (main.length < fewest) {
    const nothing = { steps: [], fewFrom: null, horizons: [], bounds: { allUnknownFailed: [], allUnknownSurvived: [] } };
    return { ...counted, isSuppressed: true, ...nothing };
  }
  const fewFrom = firstFew(main, atRisk);
  const isTold = (step: Step) => view.isSeenWhole || step.atRisk >= fewest;
  return {
    ...counted,
    isSuppressed: false,
    steps: all.filter(isTold),
    fewFrom,
    horizons: Array.from({ length: longestHorizon }, (_, year) => year + 1)
      .filter((years) => atRisk(years) >= fewest)
      .map((years) => horizonAt(years, all, bounds, atRisk(years))),
    bounds: { allUnknownFailed: bounds.allUnknownFailed.filter(isTold), allUnknownSurvived: bounds.allUnknownSurvived.filter(isTold) },
  };
}

/** The log-rank test of two groups, unless one of them is too small to be told of. */
export function compareSurvival(first: readonly EnrollmentRow[], second: readonly EnrollmentRow[], view: View): LogRank | undefined {
  const spans = (rows: readonly EnrollmentRow[]) =>
    spansOf(rows.filter(({ intakeOn }) => intakeOn <= view.today).map(followedOf), { ...view, unknown: "lost" });
  const [one, other] = [spans(first), spans(second)];
  return one.length < fewest || other.length < fewest ? undefined : logRank(one, other);
}

/** The national figures with what survival of the same form and horizon is here, where there are enough to tell it. */
export function besideNational(
  nationally: readonly NationalSurvival[],
  rows: readonly EnrollmentRow[],
  view: View,
): (NationalSurvival & { here: Horizon | null; n: number })[] {
  const byForm = Map.groupBy(rows, ({ legalForm }) => legalForm);
  const seen = new Map<string, Survival>();
  return nationally.map((national) => {
    const here = seen.get(national.legalForm) ?? survivalOf(byForm.get(national.legalForm) ?? [], view);
    seen.set(national.legalForm, here);
    return { ...national, n: here.n, here: here.horizons.find(({ years }) => years === national.horizonYears) ?? null };
  });
}

function horizonAt(years: number, all: Step[], bounds: Survival["bounds"], atRisk: number): Horizon {
  const step = stepAt(all, years);
  return {
    years,
    survival: step?.survival ?? 1,
    lower: step ? step.lower : null,
    upper: step ? step.upper : null,
    atRisk,
    allUnknownFailed: stepAt(bounds.allUnknownFailed, years)?.survival ?? 1,
    allUnknownSurvived: stepAt(bounds.allUnknownSurvived, years)?.survival ?? 1,
  };
}

// on the clock of age few are at risk at first as well: that is where the curve begins, not where it ends
function firstFew(spans: readonly { entry: number; exit: number }[], atRisk: (time: number) => number): number | null {
  const times = [...new Set(spans.map(({ exit }) => exit))].sort((one, other) => one - other);
  const lastMany = times.findLastIndex((time) => atRisk(time) >= fewest);
  return times[lastMany + 1] ?? null;
}
