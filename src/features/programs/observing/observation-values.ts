import type { Day } from "../../../platform/time/day.ts";
import { programRefusals } from "../refusals.ts";
import type { Source, Told } from "./shapes.ts";

type Count = number | { least: number; most: number } | null | undefined;

/** What was told, as it is kept. @throws Refusal program.in_the_future, program.says_nothing, program.interval_backwards */
export function observationValues(told: Told, source: Source, today: Day) {
  if (told.date > today) throw programRefusals.inTheFuture();
  const [fte, heads] = [spread(told.jobsFte), spread(told.jobsHeads)];
  const values = {
    ...{ fte_least: fte.least, fte_most: fte.most, heads_least: heads.least, heads_most: heads.most },
    ...{ turnover_kroner: told.turnover ?? null, capital_raised_kroner: told.capitalRaised ?? null },
  };
  // that a startup is at work is evidence by itself, that nothing is known of it is none
  if (told.status === "unknown" && Object.values(values).every((value) => value === null) && source === "self")
    throw programRefusals.saysNothing();
  return { observed_on: told.date, ...values, source, status: told.status };
}

export type ObservationValues = ReturnType<typeof observationValues>;

function spread(count: Count): { least: number | null; most: number | null } {
  if (count === null || count === undefined) return { least: null, most: null };
  if (typeof count === "number") return { least: count, most: count };
  if (count.least > count.most) throw programRefusals.intervalBackwards();
  return count;
}
