import type { Day } from "../../platform/time/day.ts";
import type { PlanPeriod } from "./plan.ts";

/** From and including a day until another. */
export type Period = { from: Day; until: Day };

/** What decides when a subscription's periods begin: its first day and its plan. */
export interface Rhythm {
  startsOn: Day;
  period: PlanPeriod;
  validDays: number | null;
}

/** The period a day lies in. None before the first day, nor when a pack has run out. */
export function periodAt(rhythm: Rhythm, day: Day): Period | undefined {
  if (day < rhythm.startsOn) return undefined;
  if (rhythm.period === "once") {
    const until = Temporal.PlainDate.from(rhythm.startsOn)
      .add({ days: rhythm.validDays ?? 0 })
      .toString();
    return day < until ? { from: rhythm.startsOn, until } : undefined;
  }
  // a guess from the distance, never too late: months are not equally long
  let number = Math.max(0, periodsBetween(rhythm, day) - 1);
  while (startOf(rhythm, number + 1) <= day) number += 1;
  return { from: startOf(rhythm, number), until: startOf(rhythm, number + 1) };
}

/** The first day on or after `day` that a period begins; a pack has only its first. */
export function firstStartFrom(rhythm: Rhythm, day: Day): Day | undefined {
  if (day <= rhythm.startsOn) return rhythm.startsOn;
  if (rhythm.period === "once") return undefined;
  const within = periodAt(rhythm, day);
  return within === undefined || within.from === day ? within?.from : within.until;
}

// counted from the first day each time: what begins on the 31st begins on the last of shorter months, and on the 31st again
function startOf({ startsOn, period }: Rhythm, number: number): Day {
  const step = { week: { days: 7 * number }, month: { months: number }, year: { years: number }, once: {} }[period];
  return Temporal.PlainDate.from(startsOn).add(step).toString();
}

function periodsBetween({ startsOn, period }: Rhythm, day: Day): number {
  const unit = ({ week: "weeks", month: "months", year: "years", once: "days" } as const)[period];
  return Temporal.PlainDate.from(startsOn).until(day, { largestUnit: unit })[unit];
}
