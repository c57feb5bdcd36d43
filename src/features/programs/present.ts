import type { Actor } from "../../platform/access/actor.ts";
import type { Language } from "../../platform/language/language.ts";
import type { Day } from "../../platform/time/day.ts";
import { jobsDefinition, survivalDefinition } from "./definitions.ts";
import { outcomeOf } from "./enrolling/outcome.ts";
import type { EnrollmentRow } from "./enrolling/queries.ts";
import { jobsOf } from "./jobs/count-jobs.ts";
import { type Interval, none, sumOf } from "./jobs/interval.ts";
import type { CountedJobs } from "./jobs/read-jobs.ts";
import type { NationalSurvival } from "./national/national-survival.ts";
import { mayAdvise, mayRunProgram } from "./policy.ts";
import type { CohortRow, ProgramRow, TargetRow } from "./queries.ts";
import type { Step } from "./survival/kaplan-meier.ts";
import { besideNational, survivalOf, type View } from "./survival/read-survival.ts";

// municipalities with fewer startups than this are told together, to those who may not open the rows
const fewestInMunicipality = 5;

export function presentProgram(row: ProgramRow, actor: Actor, isAdviser = false) {
  return {
    ...{ id: row.id, slug: row.slug, name: row.names, kind: row.kind, version: row.version },
    organization: { id: row.organizationId, slug: row.organizationSlug, name: row.organizationName },
    region:
      row.regionRecordedOn === null ? null : { name: row.regionName, municipalities: row.regionNumbers, recordedOn: row.regionRecordedOn },
    abilities: { run: mayRunProgram(actor, row.organizationId), advise: mayRunProgram(actor, row.organizationId) || isAdviser },
  };
}

type Parts = { cohorts: CohortRow[]; targets: TargetRow[]; startups: EnrollmentRow[]; today: Day };

export function presentWhole(row: ProgramRow, { cohorts, targets, startups, today }: Parts, actor: Actor) {
  const types = startups.map((startup) => outcomeOf(startup, startup.observations).type);
  const isRunning = (type: string) => ["active", "graduated", "moved"].includes(type);
  const count = (matches: (type: string) => boolean) => types.filter(matches).length;
  const [running, unknown] = [count(isRunning), count((type) => type === "unknown")];
  return {
    ...presentProgram(
      row,
      actor,
      startups.some((startup) => mayAdvise(actor, startup)),
    ),
    cohorts: cohorts.map((cohort) => ({ ...cohort, startups: startups.filter((startup) => isIn(startup, cohort)).length })),
    targets: targets.map(({ names, ...target }) => ({ ...target, name: names, reached: reachedOf(target, startups, today) })),
    startups: { ever: startups.length, running, unknown, ended: startups.length - running - unknown },
    firstIntake: startups.map(({ intakeOn }) => intakeOn).sort()[0] ?? null,
  };
}

export function isIn({ intakeOn }: EnrollmentRow, { from, until }: Pick<CohortRow, "from" | "until">): boolean {
  return from <= intakeOn && intakeOn <= until;
}

export function presentSurvival(
  rows: EnrollmentRow[],
  nationally: readonly NationalSurvival[],
  view: View,
  at: Temporal.Instant,
  language: Language,
) {
  const { steps, bounds, ...found } = survivalOf(rows, view);
  const curve = (list: Step[]) => ({ times: list.map(({ time }) => time), survival: list.map(({ survival }) => survival) });
  return {
    ...curve(steps),
    lower: steps.map(({ lower }) => lower),
    upper: steps.map(({ upper }) => upper),
    atRisk: steps.map(({ atRisk }) => atRisk),
    ...found,
    ...{ clock: view.clock, merged: view.merged },
    bounds: { allUnknownFailed: curve(bounds.allUnknownFailed), allUnknownSurvived: curve(bounds.allUnknownSurvived) },
    reference: besideNational(nationally, rows, view),
    definition: survivalDefinition(language, view),
    computedAt: at.toString(),
  };
}

export function presentJobs(counted: CountedJobs, isSeenWhole: boolean, at: Temporal.Instant, language: Language) {
  const isShown = ({ startups }: { startups: number }) => isSeenWhole || startups >= fewestInMunicipality;
  const few = counted.byMunicipality.filter((one) => !isShown(one));
  const together = (measure: "fte" | "heads") => sumOf(few.map((one) => one[measure]));
  const startups = few.reduce((sum, one) => sum + one.startups, 0);
  return {
    ...counted,
    byMunicipality: counted.byMunicipality.filter(isShown),
    ambiguousAmong: isSeenWhole ? counted.ambiguousAmong : [],
    elsewhere: few.length === 0 ? null : { startups, fte: together("fte"), heads: together("heads") },
    definition: jobsDefinition(language),
    computedAt: at.toString(),
  };
}

/** What has come of a target's measure since its first day, until today or its last day. */
export function reachedOf({ measure, from, until }: Omit<TargetRow, "names">, startups: EnrollmentRow[], today: Day): Interval {
  const last = today < until ? today : until;
  if (last < from) return none;
  if (measure === "intakes") {
    const came = startups.filter(({ intakeOn }) => from <= intakeOn && intakeOn <= last).length;
    return { least: came, most: came };
  }
  const on = (day: Day) => sumOf(startups.filter(({ intakeOn }) => intakeOn <= day).map((startup) => jobsOf(startup, measure, day).net));
  const [before, after] = [on(from), on(last)];
  return { least: after.least - before.most, most: after.most - before.least };
}
