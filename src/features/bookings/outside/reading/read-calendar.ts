import { createHash } from "node:crypto";
import ICAL from "ical.js";
import { type Asked, type BusyTime, type CalendarReading, mostSteps, mostTimes, TooMuch, titleFrom } from "./busy-time.ts";
import { type Clock, clockOfZone, clocksOf, zoneNamed } from "./clocks.ts";
import { type Clocks, timeOf } from "./event-time.ts";
import { type Budget, type LeftOut, namesOf, occurrencesOf } from "./occurrences.ts";

/**
 * Reads a calendar (RFC 5545) for the times it says are taken in a span. Free and cancelled ones are not, nor what is a booking
 * here already. Bounded: so many times, so many steps; the thread it runs in is bounded in seconds and memory.
 */
export function readCalendar(text: string, asked: Asked): CalendarReading {
  try {
    const budget: Budget = { steps: mostSteps };
    const times = new Map<string, BusyTime>();
    for (const calendar of calendarsIn(text)) {
      for (const time of timesIn(calendar, asked, budget)) {
        times.set(time.key, time);
        if (times.size > mostTimes) throw new TooMuch();
      }
    }
    return { kind: "times", times: [...times.values()].sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1)) };
  } catch (error) {
    if (error instanceof TooMuch) return { kind: "fault", fault: "too_much", reason: error.name };
    return { kind: "fault", fault: "not_a_calendar", reason: error instanceof Error ? error.name : "unknown" };
  }
}

// a file may hold several
function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text.replace(/^\ufeff/, "")) as unknown[];
  const all = (Array.isArray(parsed[0]) ? parsed : [parsed]) as ConstructorParameters<typeof ICAL.Component>[0][];
  const calendars = all.map((each) => new ICAL.Component(each)).filter(({ name }) => name === "vcalendar");
  if (calendars.length === 0) throw new Error("no calendar");
  return calendars;
}

function* timesIn(calendar: ICAL.Component, asked: Asked, budget: Budget): Generator<BusyTime> {
  const own = ownClock(calendar, asked.timeZone);
  const clocks: Clocks = { own, named: clocksOf(calendar, own) };
  const events = calendar.getAllSubcomponents("vevent");
  const instead = insteadOf(events, clocks);
  const span = { from: Temporal.Instant.fromEpochMilliseconds(asked.from), until: Temporal.Instant.fromEpochMilliseconds(asked.until) };
  for (const event of events) {
    const uid = textOf(event, "uid");
    if (!isBusy(event) || isOurs(uid, asked.ownHost)) continue;
    const isOneOfSeries = event.hasProperty("recurrence-id");
    const leftOut: LeftOut = isOneOfSeries ? new Set() : (instead.get(uid) ?? new Set());
    for (const { which, from, until } of occurrencesOf(event, leftOut, clocks, span, budget)) {
      const [begins, ends] = [Math.max(from.epochMilliseconds, asked.from), Math.min(until.epochMilliseconds, asked.until)];
      if (begins >= ends || until.epochMilliseconds <= asked.from) continue;
      const name = isOneOfSeries ? nameOf(event, clocks) : event.hasProperty("rrule") || event.hasProperty("rdate") ? which : "";
      yield { key: keyOf(uid || textOf(event, "summary") + which, name), from: begins, until: ends, title: titleOf(event, asked) };
    }
  }
}

// times of a series that an event beside it tells of, by the series
function insteadOf(events: readonly ICAL.Component[], clocks: Clocks): Map<string, LeftOut> {
  const instead = new Map<string, LeftOut>();
  for (const event of events) {
    const property = event.getFirstProperty("recurrence-id");
    const value = property?.getFirstValue();
    if (!property || !(value instanceof ICAL.Time)) continue;
    const uid = textOf(event, "uid");
    instead.set(uid, (instead.get(uid) ?? new Set<string>()).union(new Set(namesOf(timeOf(property, value, clocks)))));
  }
  return instead;
}

function nameOf(event: ICAL.Component, clocks: Clocks): string {
  const property = event.getFirstProperty("recurrence-id");
  const value = property?.getFirstValue();
  return property && value instanceof ICAL.Time ? (namesOf(timeOf(property, value, clocks))[0] ?? "") : "";
}

// free, cancelled, or elsewhere in Outlook's words
function isBusy(event: ICAL.Component): boolean {
  const says = (name: string) => textOf(event, name).toUpperCase();
  if (says("transp") === "TRANSPARENT" || says("status") === "CANCELLED") return false;
  return !["FREE", "WORKINGELSEWHERE"].includes(says("x-microsoft-cdo-busystatus"));
}

// a booking of ours, or a time that another installation like this one has read from elsewhere and tells on
function isOurs(uid: string, ownHost: string): boolean {
  const [, passedOn, host] = /^(outside-)?[0-9a-f]{8}-[0-9a-f-]{27}@(.+)$/.exec(uid) ?? [];
  return host !== undefined && (passedOn !== undefined || host === ownHost);
}

function titleOf(event: ICAL.Component, { keepsTitles }: Asked): string | null {
  const isPrivate = ["PRIVATE", "CONFIDENTIAL"].includes(textOf(event, "class").toUpperCase());
  return keepsTitles && !isPrivate ? titleFrom(textOf(event, "summary")) : null;
}

function keyOf(uid: string, which: string): string {
  return createHash("sha256").update(`${uid}\n${which}`).digest("base64url");
}

function textOf(event: ICAL.Component, name: string): string {
  return String(event.getFirstPropertyValue(name) ?? "");
}

function ownClock(calendar: ICAL.Component, timeZone: string): Clock {
  return clockOfZone(zoneNamed(textOf(calendar, "x-wr-timezone")) ?? timeZone);
}
