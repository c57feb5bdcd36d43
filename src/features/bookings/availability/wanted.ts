import { addDays, type Day, dayIn, momentOf } from "../../../platform/time/day.ts";
import { type OpenInterval, type Opening, openIntervals } from "../../spaces/index.ts";
import { type Interval, withBuffers } from "../booking.ts";
import { type ResourceRules, startsAllowed } from "../rules.ts";
import { remembered } from "./remembered.ts";

/** A time of some length that is looked for within a window. The same is asked for by room after room, and reckoned once. */
export interface Wanted extends Interval {
  minutes: number;
  people: number | null;
  at: Temporal.Instant;
  /** The days the window touches where clocks show this time zone. */
  daysIn(timeZone: string): WindowDay[];
  /** When a house is open on those days. */
  opensIn(opening: Opening): OpenInterval[];
  /** When a day begins there. */
  midnight(day: Day, timeZone: string): Temporal.Instant;
  /** The first and the last moment a time may begin. */
  startsAllowed(rules: ResourceRules, timeZone: string): { first: Temporal.Instant; last: Temporal.Instant };
  /** The window with what a resource keeps around each booking, as the database writes moments. */
  withBuffers(buffers: { bufferBeforeMinutes: number; bufferAfterMinutes: number }): { from: string; until: string };
}

/** A day from its first moment until the next day's. */
export interface WindowDay extends Interval {
  day: Day;
}

export function wantedIn(window: Interval, { minutes, people, at }: Pick<Wanted, "minutes" | "people" | "at">): Wanted {
  const daysIn = remembered((timeZone: string) => daysOf(window, timeZone));
  return {
    ...window,
    minutes,
    people,
    at,
    daysIn,
    opensIn: remembered((opening: Opening) => openStretches(opening, daysIn(opening.timeZone))),
    midnight: remembered(
      (day: Day, timeZone: string) => momentOf(day, "00:00", timeZone),
      (day, timeZone) => `${day} ${timeZone}`,
    ),
    startsAllowed: remembered(
      (rules: ResourceRules, timeZone: string) => startsAllowed(at, rules, timeZone),
      ({ noticeMinutes, horizonDays }, timeZone) => `${noticeMinutes} ${horizonDays} ${timeZone}`,
    ),
    withBuffers: remembered(
      (buffers: Parameters<Wanted["withBuffers"]>[0]) => {
        const { from, until } = withBuffers(window, buffers);
        return { from: from.toString(), until: until.toString() };
      },
      ({ bufferBeforeMinutes, bufferAfterMinutes }) => `${bufferBeforeMinutes} ${bufferAfterMinutes}`,
    ),
  };
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
