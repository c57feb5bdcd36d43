import type { Interval } from "../booking.ts";
import { seriesRefusals } from "./refusals.ts";

const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** How many times a series has at the most. */
export const mostOccurrences = 200;

// longer than anything can be booked ahead
const mostYears = 5;

/** A repetition as RFC 5545 writes it, as far as bookings need it. Days count from 1 or, from the end, from -1; Monday is 1. */
export interface Recurrence {
  frequency: (typeof frequencies)[number];
  interval: number;
  count: number | null;
  /** The last day, or the last moment a time may begin. */
  until: Temporal.PlainDate | Temporal.Instant | null;
  weekdays: { weekday: number; ordinal: number | null }[];
  monthDays: number[];
  months: number[];
  /** Which of the days of a month that are left. */
  positions: number[];
  weekStart: number;
}

/** Reads a recurrence rule, with or without "RRULE:". @throws Refusal series.unreadable, series.endless, series.too_often */
export function readRecurrence(text: string, { mayBeOpen = false } = {}): Recurrence {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name = "", value = "", ...rest] = part.split("=");
    if (!(name in readers) || value === "" || rest.length > 0 || parts.has(name)) throw unreadable(part);
    parts.set(name, value);
  }
  const read = <Name extends keyof typeof readers>(name: Name): ReturnType<(typeof readers)[Name]> | undefined => {
    const value = parts.get(name);
    return value === undefined ? undefined : (readers[name](value, `${name}=${value}`) as ReturnType<(typeof readers)[Name]>);
  };
  const frequency = read("FREQ");
  if (frequency === undefined) throw unreadable("FREQ");
  const recurrence: Recurrence = {
    frequency,
    interval: read("INTERVAL") ?? 1,
    count: read("COUNT") ?? null,
    until: read("UNTIL") ?? null,
    weekdays: read("BYDAY") ?? [],
    monthDays: read("BYMONTHDAY") ?? [],
    months: read("BYMONTH") ?? [],
    positions: read("BYSETPOS") ?? [],
    weekStart: read("WKST") ?? 1,
  };
  refuseSenseless(recurrence, parts);
  if (isOpen(recurrence) && !mayBeOpen) throw seriesRefusals.endless();
  return recurrence;
}

/** Whether it goes on until somebody ends it. */
export function isOpen({ count, until }: Recurrence): boolean {
  return count === null && until === null;
}

/** Every time of a series: each on the clock of the house as the first, whatever its clocks did in between. @throws Refusal series.too_often, series.too_long, series.first_is_not_one */
export function occurrencesOf(recurrence: Recurrence, first: Interval, timeZone: string): Interval[] {
  const on = clockOf(first, timeZone);
  const startDay = first.from.toZonedDateTimeISO(timeZone).toPlainDate();
  const times: Interval[] = [];
  for (const day of daysOf(recurrence, startDay, startDay.add({ years: mostYears }))) {
    const time = on(day);
    if (isPast(recurrence.until, day, time.from)) break;
    times.push(time);
    if (times.length === recurrence.count) break;
    if (times.length > mostOccurrences) throw seriesRefusals.tooOften({ most: mostOccurrences });
  }
  if (!times[0]?.from.equals(first.from)) throw seriesRefusals.firstIsNotOne();
  return times;
}

type Within = { after: Temporal.Instant | null; until: Temporal.Instant };

/**
 * The times of a series without an end that begin after one moment and until another, as many as a series has at the most, and how far
 * they reach.
 */
export function timesWithin(recurrence: Recurrence, first: Interval, timeZone: string, { after, until }: Within) {
  const on = clockOf(first, timeZone);
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDate();
  const times: Interval[] = [];
  for (const day of daysOf(recurrence, dayOf(first.from), dayOf(until))) {
    const time = on(day);
    if (Temporal.Instant.compare(time.from, until) > 0) break;
    if (after && Temporal.Instant.compare(time.from, after) <= 0) continue;
    times.push(time);
    if (times.length === mostOccurrences) return { times, until: time.from };
  }
  return { times, until };
}

// each day as the first is on the clock of the house
function clockOf(first: Interval, timeZone: string): (day: Temporal.PlainDate) => Interval {
  const [starts, ends] = [first.from.toZonedDateTimeISO(timeZone), first.until.toZonedDateTimeISO(timeZone)];
  const startDay = starts.toPlainDate();
  const nights = ends.toPlainDate().since(startDay).days;
  return (day) => {
    if (day.equals(startDay)) return first;
    const from = day.toPlainDateTime(starts.toPlainTime()).toZonedDateTime(timeZone).toInstant();
    const until = day.add({ days: nights }).toPlainDateTime(ends.toPlainTime()).toZonedDateTime(timeZone).toInstant();
    // in the hour clocks skip, an end may come to lie before its start
    return Temporal.Instant.compare(from, until) < 0 ? { from, until } : { from, until: from.add(first.until.since(first.from)) };
  };
}

// RFC 5545 3.3.10: a period at a time, each with its days in order
function* daysOf(recurrence: Recurrence, start: Temporal.PlainDate, last: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let number = 0; ; number += recurrence.interval) {
    const { first, days } = periodOf(recurrence, start, number);
    if (Temporal.PlainDate.compare(first, last) > 0) {
      if (isOpen(recurrence)) return;
      throw seriesRefusals.tooLong({ years: mostYears });
    }
    const chosen = days.filter((day) => recurrence.months.length === 0 || recurrence.months.includes(day.month));
    yield* atPositions(chosen, recurrence.positions).filter((day) => Temporal.PlainDate.compare(day, start) >= 0);
  }
}

function periodOf(
  recurrence: Recurrence,
  start: Temporal.PlainDate,
  number: number,
): { first: Temporal.PlainDate; days: Temporal.PlainDate[] } {
  switch (recurrence.frequency) {
    case "DAILY": {
      const day = start.add({ days: number });
      return { first: day, days: [day].filter((one) => isAmongDays(one, recurrence)) };
    }
    case "WEEKLY": {
      const first = start.subtract({ days: (start.dayOfWeek - recurrence.weekStart + 7) % 7 }).add({ weeks: number });
      const week = Array.from({ length: 7 }, (_, index) => first.add({ days: index }));
      const isChosen = ({ dayOfWeek }: Temporal.PlainDate) =>
        recurrence.weekdays.length === 0 ? dayOfWeek === start.dayOfWeek : recurrence.weekdays.some(({ weekday }) => weekday === dayOfWeek);
      return { first, days: week.filter(isChosen) };
    }
    case "MONTHLY": {
      const first = start.with({ day: 1 }).add({ months: number });
      const month = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }));
      const isBare = recurrence.weekdays.length === 0 && recurrence.monthDays.length === 0;
      return { first, days: month.filter((day) => (isBare ? day.day === start.day : isAmongDays(day, recurrence))) };
    }
    case "YEARLY": {
      const first = start.with({ month: 1, day: 1 }).add({ years: number });
      const year = Array.from({ length: first.daysInYear }, (_, index) => first.add({ days: index }));
      const isBare = recurrence.weekdays.length === 0 && recurrence.monthDays.length === 0;
      const isSameDay = (day: Temporal.PlainDate) => day.day === start.day && (recurrence.months.length > 0 || day.month === start.month);
      return { first, days: year.filter((day) => (isBare ? isSameDay(day) : isAmongDays(day, recurrence))) };
    }
  }
}

function isAmongDays(day: Temporal.PlainDate, { weekdays: asked, monthDays }: Recurrence): boolean {
  const fromEnd = day.day - day.daysInMonth - 1;
  const isOnWeekday = asked.some(({ weekday, ordinal }) => {
    const place = Math.ceil(day.day / 7);
    const placeFromEnd = -Math.ceil((day.daysInMonth - day.day + 1) / 7);
    return weekday === day.dayOfWeek && (ordinal === null || ordinal === place || ordinal === placeFromEnd);
  });
  const isOnMonthDay = monthDays.includes(day.day) || monthDays.includes(fromEnd);
  return (asked.length === 0 || isOnWeekday) && (monthDays.length === 0 || isOnMonthDay);
}

function atPositions(days: Temporal.PlainDate[], positions: number[]): Temporal.PlainDate[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}

function isPast(until: Recurrence["until"], day: Temporal.PlainDate, from: Temporal.Instant): boolean {
  if (until === null) return false;
  return until instanceof Temporal.Instant ? Temporal.Instant.compare(from, until) > 0 : Temporal.PlainDate.compare(day, until) > 0;
}

function refuseSenseless({ frequency, count, until, weekdays: days, months, interval }: Recurrence, parts: Map<string, string>): void {
  const part = (name: string) => unreadable(`${name}=${parts.get(name)}`);
  // "the second Tuesday" is counted within a month; of a year no booking needs it
  const isByMonth = frequency === "MONTHLY" || (frequency === "YEARLY" && months.length > 0);
  if (!isByMonth && days.some(({ ordinal }) => ordinal !== null)) throw part("BYDAY");
  if (frequency === "WEEKLY" && parts.has("BYMONTHDAY")) throw part("BYMONTHDAY");
  if (frequency !== "MONTHLY" && frequency !== "YEARLY" && parts.has("BYSETPOS")) throw part("BYSETPOS");
  if (interval > 1000) throw part("INTERVAL");
  if (count !== null && until !== null) throw part("UNTIL");
  if (count !== null && count > mostOccurrences) throw seriesRefusals.tooOften({ most: mostOccurrences });
}

const readers = {
  FREQ: (value: string, part: string) => frequencies.find((one) => one === value) ?? thrown(part),
  INTERVAL: (value: string, part: string) => wholeNumber(value, part),
  COUNT: (value: string, part: string) => wholeNumber(value, part),
  UNTIL: (value: string, part: string) => readUntil(value, part),
  BYDAY: (value: string, part: string) => value.split(",").map((one) => readWeekday(one, part)),
  BYMONTHDAY: (value: string, part: string) => signedNumbers(value, 31, part),
  BYMONTH: (value: string, part: string) => signedNumbers(value, 12, part).map((month) => (month > 0 ? month : thrown(part))),
  BYSETPOS: (value: string, part: string) => signedNumbers(value, 31, part),
  WKST: (value: string, part: string) => readWeekday(value, part).weekday,
};

function readWeekday(text: string, part: string): { weekday: number; ordinal: number | null } {
  const [, ordinal, name] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = (weekdays as readonly (string | undefined)[]).indexOf(name) + 1;
  return weekday === 0 ? thrown(part) : { weekday, ordinal: ordinal === undefined ? null : Number(ordinal) };
}

function readUntil(text: string, part: string): Temporal.PlainDate | Temporal.Instant {
  const isMoment = /^\d{8}T\d{6}Z$/.test(text);
  if (!isMoment && !/^\d{8}$/.test(text)) throw unreadable(part);
  try {
    return isMoment ? Temporal.Instant.from(text) : Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(part);
    throw error;
  }
}

function wholeNumber(text: string, part: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : thrown(part);
}

function signedNumbers(text: string, most: number, part: string): number[] {
  return text.split(",").map((one) => (/^[+-]?[1-9]\d?$/.test(one) && Math.abs(Number(one)) <= most ? Number(one) : thrown(part)));
}

function unreadable(part: string) {
  return seriesRefusals.unreadable({ part: part.slice(0, 80) });
}

function thrown(part: string): never {
  throw unreadable(part);
}
