import type ICAL from "ical.js";
import { type Clock, clockOfZone } from "./clocks.ts";

/** A time as an event writes it: a day, or what a clock somewhere shows. */
export interface EventTime {
  wall: Temporal.PlainDateTime;
  isDay: boolean;
  clock: Clock;
}

export type Clocks = { own: Clock; named: (zone: string) => Clock };

const utc = clockOfZone("UTC");

/** A value of an event with the clock it is read by. */
export function timeOf(property: ICAL.Property, value: ICAL.Time, clocks: Clocks): EventTime {
  const zone = property.getFirstParameter("tzid");
  const clock = value.zone?.tzid === "UTC" ? utc : zone && !value.isDate ? clocks.named(zone) : clocks.own;
  return { wall: wallOf(value), isDay: value.isDate, clock };
}

/** What the clock shows. A second that is added to a year counts as the one before it. */
export function wallOf({ year, month, day, hour, minute, second }: ICAL.Time): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
}

/** The moment of a time; of a day its beginning. */
export function momentOf({ wall, clock }: EventTime): Temporal.Instant {
  return clock(wall);
}

/** How long an event takes: whole days on the calendar, and then so many seconds whatever the clocks do. */
export interface Length {
  days: number;
  seconds: number;
}

/** The moment something that begins then is over. */
export function endOf(start: EventTime, { days, seconds }: Length): Temporal.Instant {
  return start.clock(start.wall.add({ days })).add({ seconds });
}

/** The length an event says it has: by its end, by a duration, or by itself (a day; of a moment nothing). */
export function lengthOf(event: ICAL.Component, start: EventTime, clocks: Clocks): Length {
  const endProperty = event.getFirstProperty("dtend");
  const end = endProperty?.getFirstValue() as ICAL.Time | undefined;
  if (endProperty && end) {
    const until = timeOf(endProperty, end, clocks);
    if (start.isDay && until.isDay) return { days: start.wall.until(until.wall, { largestUnit: "day" }).days, seconds: 0 };
    return { days: 0, seconds: momentOf(start).until(momentOf(until)).total("seconds") };
  }
  const duration = event.getFirstPropertyValue("duration") as ICAL.Duration | null;
  if (duration) return lengthOfDuration(duration);
  return start.isDay ? { days: 1, seconds: 0 } : { days: 0, seconds: 0 };
}

/** Weeks and days of a duration are days on the calendar; the rest is counted. */
export function lengthOfDuration({ weeks, days, hours, minutes, seconds, isNegative }: ICAL.Duration): Length {
  if (isNegative) return { days: 0, seconds: 0 };
  return { days: weeks * 7 + days, seconds: hours * 3600 + minutes * 60 + seconds };
}
