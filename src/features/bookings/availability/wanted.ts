import { addDays, type Day, dayIn, momentOf } from "../../../platform/time/day.ts";
import { type OpenInterval, type Opening, openIntervals } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";
import { remembered } from "./remembered.ts";

/** A time of some length that is looked for within a window. */
export interface Wanted extends Interval {
  minutes: number;
  people: number | null;
  at: Temporal.Instant;
  /** The days the window touches where clocks show this time zone. */
  daysIn(timeZone: string): WindowDay[];
  /** When a house is open on those days. */
  opensIn(opening: Opening): OpenInterval[];
}

/** A day from its first moment until the next day's. */
export interface WindowDay extends Interval {
  day: Day;
}

/** The same days and openings are asked for by every room of a house, and reckoned once for all. */
export function wantedIn(window: Interval, { minutes, people, at }: Pick<Wanted, "minutes" | "people" | "at">): Wanted {
  const daysIn = remembered((timeZone: string) => daysOf(window, timeZone));
  const opensIn = remembered((opening: Opening) => openStretches(opening, daysIn(opening.timeZone)));
  return { ...window, minutes, people, at, daysIn, opensIn };
}

function daysOf({ from, until }: Interval, timeZone: string): WindowDay[] {
  const last = dayIn(until, timeZone);
  const days: WindowDay[] = [];
  let begins = momentOf(dayIn(from, timeZone), "00:00", timeZone);
  for (let day = dayIn(from, timeZone); day <= last; ) {
    const next = addDays(day, 1);
    const ends = momentOf(next, "00:00", timeZone);
    days.push({ day, from: begins, until: ends });
    [day, begins] = [next, ends];
  }
  return days;
}

// openings that follow on each other, past midnight too, are one
function openStretches(opening: Opening, days: readonly WindowDay[]): OpenInterval[] {
  const open: OpenInterval[] = [];
  for (const next of days.flatMap(({ day }) => openIntervals(opening, day))) {
    const last = open.at(-1);
    if (last && Temporal.Instant.compare(next.from, last.until) <= 0) last.until = later(last.until, next.until);
    else open.push({ ...next });
  }
  return open;
}

export function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
