import type { Day } from "../../../platform/time/day.ts";
import { type ExitType, outcomeOf } from "../enrolling/outcome.ts";
import type { EnrollmentRow, ObservationRow } from "../enrolling/queries.ts";
import { holds, type Interval, none, rise, sumOf } from "./interval.ts";

export const jobMeasures = ["fte", "heads"] as const;
export type JobMeasure = (typeof jobMeasures)[number];

/** Jobs of one startup: how many now, how many ever came and went. `baseline + created − lost = net`, where all is known exactly. */
export interface StartupJobs {
  baseline: Interval;
  net: Interval;
  created: Interval;
  lost: Interval;
  /** When they were last counted; null when never. */
  countedOn: Day | null;
  hasBaseline: boolean;
}

const outOfBusiness: readonly ExitType[] = ["dormant", "bankrupt", "dissolved"];
const notKnown: readonly ExitType[] = ["merged", "acquired", "unknown"];

/**
 * Jobs of a startup on a day, from what was observed until then. It begins with those it had at intake, or none. A count that is hidden
 * (0–4) and holds the number before says nothing new. Out of business, none are left; within another firm, or not known to be there,
 * between none and all.
 */
export function jobsOf(startup: EnrollmentRow, measure: JobMeasure, asOf: Day): StartupJobs {
  const written = measure === "fte" ? startup.baselineFte : startup.baselineHeads;
  const baseline = written === null ? none : { least: written, most: written };
  const counted = countsByDay(startup, measure, asOf);
  let current = baseline;
  let isCounted = written !== null;
  const created: Interval[] = [];
  const lost: Interval[] = [];
  for (const [, next] of counted) {
    if (isCounted && holds(next, current) && next.least !== next.most) continue;
    isCounted = true;
    created.push(rise(current, next));
    lost.push(rise(next, current));
    current = next;
  }
  const { type, endedOn } = outcomeAt(startup, asOf);
  const isGone = outOfBusiness.includes(type) && endedOn !== null;
  const net = isGone ? none : notKnown.includes(type) ? { least: 0, most: current.most } : current;
  if (isGone) lost.push(current);
  else if (net !== current) lost.push({ least: 0, most: current.most });
  return {
    ...{ baseline, net, created: sumOf(created), lost: sumOf(lost) },
    countedOn: counted.at(-1)?.[0] ?? null,
    hasBaseline: written !== null,
  };
}

/** How many work in a startup on a day; null where nobody has ever said it, and it has not ended, so that silence is not shown as none. */
export function toldJobs(startup: EnrollmentRow, measure: JobMeasure, asOf: Day): Interval | null {
  const { net, countedOn, hasBaseline } = jobsOf(startup, measure, asOf);
  return countedOn === null && !hasBaseline && outcomeAt(startup, asOf).endedOn === null ? null : net;
}

/** What a startup was on a day, by what was known of that day. */
export function outcomeAt(startup: EnrollmentRow, asOf: Day) {
  const hasExited = startup.exitOn === null ? (startup.lastEvidenceOn ?? asOf) <= asOf : startup.exitOn <= asOf;
  const enrolled = hasExited ? startup : { ...startup, exitType: "active" as const, exitOn: null };
  return outcomeOf(
    enrolled,
    startup.observations.filter(({ on }) => on <= asOf),
  );
}

/** A startup that is in several programs, as one: since it first came in, with all that was observed of it, and however it ended. */
export function onceEach(rows: readonly EnrollmentRow[]): EnrollmentRow[] {
  const latest = (row: EnrollmentRow) => row.exitOn ?? row.lastEvidenceOn ?? row.intakeOn;
  return [...Map.groupBy(rows, ({ organizationId }) => organizationId).values()].map((several) => {
    const [first, ...others] = several.toSorted((one, other) => (one.intakeOn < other.intakeOn ? -1 : 1)) as [EnrollmentRow];
    if (others.length === 0) return first;
    const known = several.filter(({ exitType }) => exitType !== "unknown");
    const last = (known.length > 0 ? known : several).reduce((one, other) => (latest(one) >= latest(other) ? one : other));
    const { exitType, exitOn, lastEvidenceOn } = last;
    return { ...first, exitType, exitOn, lastEvidenceOn, observations: several.flatMap(({ observations }) => observations) };
  });
}

// the narrowest count of each day
function countsByDay({ observations, intakeOn }: EnrollmentRow, measure: JobMeasure, asOf: Day): [Day, Interval][] {
  const counts = new Map<Day, Interval>();
  for (const one of observations) {
    const count = countIn(one, measure);
    if (!count || one.on > asOf || one.on < intakeOn) continue;
    const known = counts.get(one.on);
    if (!known || count.most - count.least < known.most - known.least) counts.set(one.on, count);
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

function countIn(observation: ObservationRow, measure: JobMeasure): Interval | undefined {
  const [least, most] = measure === "fte" ? [observation.fteLeast, observation.fteMost] : [observation.headsLeast, observation.headsMost];
  return least === null || most === null ? undefined : { least, most };
}
