import ICAL from "ical.js";
import { TooMuch } from "./busy-time.ts";
import { type Clocks, type EventTime, endOf, type Length, lengthOf, lengthOfDuration, momentOf, timeOf, wallOf } from "./event-time.ts";

/** One time of an event. */
export interface Occurrence {
  /** Which of them it is: when it begins, as the event first said. */
  which: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/** What is left of all the steps one calendar may take. */
export interface Budget {
  steps: number;
}

type Timed = [EventTime, Length];
type Span = { from: Temporal.Instant; until: Temporal.Instant };

// more than any two clocks are apart
const dayMilliseconds = 86_400_000;
const margin = 2 * dayMilliseconds;

/** Times of an event that are not its own: left out, or told of by an event beside it. By moment, and by day. */
export type LeftOut = Set<string>;

/** The times of an event around the span: its own, those by its rules, and those it adds, without those left out. */
export function* occurrencesOf(event: ICAL.Component, leftOut: LeftOut, clocks: Clocks, span: Span, budget: Budget): Generator<Occurrence> {
  const property = event.getFirstProperty("dtstart");
  const value = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time)) return;
  const start = timeOf(property, value, clocks);
  const length = lengthOf(event, start, clocks);
  const out = leftOut.union(exceptionsOf(event, clocks));
  const isOut = (time: EventTime) => out.has(momentOf(time).toString()) || out.has(dayOf(time));
  const seen = new Set<string>();
  const first: Timed = [start, length];
  for (const [time, long] of chain<Timed>([first], rulesOf(event, first, span, budget), addedTo(event, length, clocks))) {
    const from = momentOf(time);
    const which = from.toString();
    if (seen.has(which) || isOut(time) || Temporal.Instant.compare(from, span.until) >= 0) continue;
    seen.add(which);
    yield { which, from, until: endOf(time, long) };
  }
}

/** The names under which a time is known: its moment; a day is also known by its date alone. */
export function namesOf(time: EventTime): string[] {
  return time.isDay ? [dayOf(time)] : [momentOf(time).toString()];
}

function dayOf({ wall }: EventTime): string {
  return wall.toPlainDate().toString();
}

// a day that is left out by a moment of it is left out all the same
function exceptionsOf(event: ICAL.Component, clocks: Clocks): LeftOut {
  const isOfDays = event.getFirstProperty("dtstart")?.getFirstValue() as ICAL.Time;
  return new Set(
    event.getAllProperties("exdate").flatMap((property) =>
      (property.getValues() as unknown[])
        .filter((value) => value instanceof ICAL.Time)
        .flatMap((value) => {
          const time = timeOf(property, value, clocks);
          return isOfDays.isDate ? [dayOf(time)] : namesOf(time);
        }),
    ),
  );
}

function addedTo(event: ICAL.Component, length: Length, clocks: Clocks): Timed[] {
  return event.getAllProperties("rdate").flatMap((property) =>
    (property.getValues() as unknown[]).flatMap((value): Timed[] => {
      if (value instanceof ICAL.Time) return [[timeOf(property, value, clocks), length]];
      if (!(value instanceof ICAL.Period)) return [];
      const from = timeOf(property, value.start, clocks);
      if (!value.end) return [[from, value.duration ? lengthOfDuration(value.duration) : length]];
      const until = timeOf(property, value.end, clocks);
      return [[from, { days: 0, seconds: momentOf(from).until(momentOf(until)).total("seconds") }]];
    }),
  );
}

// on the clock of the event itself, so that ten o'clock is ten o'clock in winter as well
function* rulesOf(event: ICAL.Component, [start, length]: Timed, span: Span, budget: Budget): Generator<Timed, void> {
  const first = floating(start.wall, start.isDay);
  for (const property of event.getAllProperties("rrule")) {
    const rule = (property.getFirstValue() as ICAL.Recur).clone();
    const last = rule.until;
    const end = span.until.toZonedDateTimeISO("UTC").add({ milliseconds: margin });
    rule.until = floating(end.toPlainDateTime(), false);
    const steps = rule.iterator(first);
    const earliest = span.from.epochMilliseconds - length.days * dayMilliseconds - length.seconds * 1000 - margin;
    for (let next = steps.next(); next; next = steps.next()) {
      budget.steps -= 1;
      if (budget.steps < 0) throw new TooMuch();
      const about = roughly(next);
      if (last && about > roughly(last) + margin) break;
      if (about < earliest) continue;
      const time = { ...start, wall: wallOf(next) };
      if (last && isAfter(time, last)) break;
      const from = momentOf(time);
      if (Temporal.Instant.compare(from, span.until) >= 0) break;
      yield [time, length];
    }
  }
}

// the last time is told as a day, as a moment, or on the clock of the event
function isAfter(time: EventTime, last: ICAL.Time): boolean {
  const end = wallOf(last);
  if (last.isDate || time.isDay) return Temporal.PlainDate.compare(time.wall.toPlainDate(), end.toPlainDate()) > 0;
  if (last.zone?.tzid === "UTC") return Temporal.Instant.compare(momentOf(time), end.toZonedDateTime("UTC").toInstant()) > 0;
  return Temporal.PlainDateTime.compare(time.wall, end) > 0;
}

// as if every clock were in Greenwich: good enough for what is far from the span, and a hundred times quicker
function roughly({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function floating({ year, month, day, hour, minute, second }: Temporal.PlainDateTime, isDate: boolean): ICAL.Time {
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate }, ICAL.Timezone.localTimezone);
}

function* chain<Item>(...parts: Iterable<Item>[]): Generator<Item> {
  for (const part of parts) yield* part;
}
