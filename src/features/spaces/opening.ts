import type { Texts } from "../../platform/database/schema.ts";
import { addDays, type Day, dayIn, momentOf, weekdayOf } from "../../platform/time/day.ts";
import { isHoliday } from "../../platform/time/holidays.ts";

/** From one time to another of one day, as wall clocks show it: "08:00" to "17:00". A day ends at "24:00". */
export type OpeningTime = { opens: string; closes: string };

/** An opening of every week; 1 is Monday. A weekday may have several, or none: then it is closed. */
export type WeekdayTime = OpeningTime & { weekday: number };

/** A day that differs: other hours, or closed when both are null. It wins over the week and over a public holiday. */
export type OpeningException = { day: Day; opens: string | null; closes: string | null; reasons: Texts };

/** Everything that decides when a space is open. `from` is its first day, `until` the first day it is no longer there. */
export type Opening = {
  timeZone: string;
  hours: WeekdayTime[];
  exceptions: OpeningException[];
  isOpenOnHolidays: boolean;
  from: Day | null;
  until: Day | null;
};

/** Why a day has no opening: the house says so for that day, a public holiday, the weekday, not opened yet, or closed for good. */
export type ClosedBecause = "exception" | "holiday" | "weekday" | "not_yet" | "no_more";

/** One day of a space: its openings in order, or why there are none. */
export type OpeningDay = { day: Day; times: OpeningTime[]; closedBecause: ClosedBecause | null };

/** From and including one moment until another. */
export type OpenInterval = { from: Temporal.Instant; until: Temporal.Instant };

// how many days ahead the next opening is looked for, and how many openings in a row are followed to where they end
const longestClosed = 400;
const longestOpen = 30;

/** The openings of a day, as wall clocks show them. */
export function openingOn(opening: Opening, day: Day): OpeningDay {
  const closed = (closedBecause: ClosedBecause) => ({ day, times: [], closedBecause });
  if (opening.from !== null && day < opening.from) return closed("not_yet");
  if (opening.until !== null && day >= opening.until) return closed("no_more");
  const exception = opening.exceptions.find((one) => one.day === day);
  if (exception) {
    const { opens, closes } = exception;
    return opens === null || closes === null ? closed("exception") : { day, times: [{ opens, closes }], closedBecause: null };
  }
  if (!opening.isOpenOnHolidays && isHoliday(day)) return closed("holiday");
  const times = timesOf(opening.hours, weekdayOf(day));
  return times.length === 0 ? closed("weekday") : { day, times, closedBecause: null };
}

/** The openings of a weekday, in order. */
export function timesOf(hours: readonly WeekdayTime[], weekday: number): OpeningTime[] {
  return hours
    .filter((time) => time.weekday === weekday)
    .map(({ opens, closes }) => ({ opens, closes }))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
}

/**
 * The same as moments. On a day that has 23 or 25 hours an opening over the change is that much shorter or longer; a time
 * that no clock shows (02:30 in the night to summer time) is read as an hour later, one shown twice as the first of the two.
 */
export function openIntervals(opening: Opening, day: Day): OpenInterval[] {
  return openingOn(opening, day)
    .times.map(({ opens, closes }) => ({
      from: momentOf(day, opens, opening.timeZone),
      until: closes === "24:00" ? momentOf(addDays(day, 1), "00:00", opening.timeZone) : momentOf(day, closes, opening.timeZone),
    }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0);
}

/** Whether the door is open at the moment. */
export function isOpenAt(opening: Opening, moment: Temporal.Instant): boolean {
  return openIntervals(opening, dayIn(moment, opening.timeZone)).some((interval) => holds(interval, moment));
}

/**
 * When it closes; undefined when it is closed already, or stands open for weeks to come. Openings that follow on each other, past
 * midnight too, are one.
 */
export function closesAfter(opening: Opening, moment: Temporal.Instant): Temporal.Instant | undefined {
  let closes: Temporal.Instant | undefined;
  for (let steps = 0; steps < longestOpen; steps++) {
    const at = closes ?? moment;
    const interval = openIntervals(opening, dayIn(at, opening.timeZone)).find((one) => holds(one, at));
    if (!interval) return closes;
    closes = interval.until;
  }
  return undefined;
}

/** The next moment it opens, after the moment given; undefined when it does not within thirteen months, or does not close before. */
export function opensAfter(opening: Opening, moment: Temporal.Instant): Temporal.Instant | undefined {
  const from = isOpenAt(opening, moment) ? closesAfter(opening, moment) : moment;
  if (!from) return undefined;
  const first = dayIn(from, opening.timeZone);
  for (let ahead = 0; ahead < longestClosed; ahead++) {
    const next = openIntervals(opening, addDays(first, ahead)).find((interval) => Temporal.Instant.compare(interval.from, from) > 0);
    if (next) return next.from;
  }
  return undefined;
}

function holds({ from, until }: OpenInterval, moment: Temporal.Instant): boolean {
  return Temporal.Instant.compare(from, moment) <= 0 && Temporal.Instant.compare(moment, until) < 0;
}
