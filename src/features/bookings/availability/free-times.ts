import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { type OpenInterval, type Opening, openIntervals } from "../../spaces/index.ts";
import { type Interval, overlap, withBuffers } from "../booking.ts";
import type { ResourceFacts, Taken } from "../deciding/facts.ts";
import { hasLapsed, placesBeside } from "../deciding/taken-time.ts";
import {
  bookerAgainst,
  certificationAgainst,
  isOnStep,
  lengthAgainst,
  type ResourceRules,
  type Standing,
  startsAllowed,
  weekAgainst,
} from "../rules.ts";

/** A time of some length that is looked for within a window. */
export interface Wanted extends Interval {
  minutes: number;
  people: number | null;
  at: Temporal.Instant;
}

/**
 * When a resource can be booked for so long: within each interval a time of `minutes` may begin at every step from its start until
 * `minutes` before its end. By the same rules as booking it, without trying: hours, notice, horizon, standing and what is taken.
 */
export function freeTimes(
  wanted: Wanted,
  resource: ResourceFacts,
  standingOn: (day: string) => Standing,
  taken: readonly Taken[],
): Interval[] {
  const { rules, opening } = resource;
  if (lengthAgainst(wanted.minutes, rules)) return [];
  const standing = taken.filter((one) => !hasLapsed(one, wanted.at));
  const mayBookOn = remembered((day) => isFor(wanted, rules, standingOn(day)));
  const free: Interval[] = [];
  for (const { from, until } of stretches(wanted, resource)) {
    let starts = nextStep(from, rules, opening.timeZone);
    for (;;) {
      const time = { from: starts, until: starts.add({ minutes: wanted.minutes }) };
      if (Temporal.Instant.compare(time.until, until) > 0) break;
      if (mayBookOn(dayIn(starts, opening.timeZone)) && isFree(time, resource, standing)) append(time, free, wanted.minutes, rules);
      starts = nextStep(starts.add({ minutes: rules.stepMinutes }), rules, opening.timeZone);
    }
  }
  return free;
}

function isFor({ minutes, people }: Wanted, rules: ResourceRules, standing: Standing): boolean {
  return !(certificationAgainst(rules, standing) ?? bookerAgainst(people, rules, standing) ?? weekAgainst(minutes, rules, standing));
}

function isFree(time: Interval, resource: ResourceFacts, taken: readonly Taken[]): boolean {
  const withMargins = withBuffers(time, resource);
  return (
    placesBeside(
      resource,
      taken.filter((one) => overlap(one, withMargins)),
    ).length > 0
  );
}

// a time that begins a step after the last one makes the interval longer
function append(time: Interval, free: Interval[], minutes: number, { stepMinutes }: ResourceRules): void {
  const last = free.at(-1);
  const isNext = last && Temporal.Instant.compare(last.until.add({ minutes: stepMinutes - minutes }), time.from) === 0;
  if (isNext) last.until = time.until;
  else free.push(time);
}

/** Where a time can lie at all: in use, in the opening hours where those count, and begun within notice and horizon. */
function stretches(wanted: Wanted, { rules, opening }: ResourceFacts): Interval[] {
  const { timeZone } = opening;
  const { first, last } = startsAllowed(wanted.at, rules, timeZone);
  const open = rules.opensWithHouse ? openStretches(opening, wanted) : [wanted];
  const midnight = (day: string) => momentOf(day, "00:00", timeZone);
  const { from: usedFrom, until: usedUntil } = rules.inUse;
  const starts = [wanted.from, first, ...(usedFrom ? [midnight(usedFrom)] : [])];
  const ends = [wanted.until, last.add({ minutes: wanted.minutes }), ...(usedUntil ? [midnight(usedUntil)] : [])];
  return open
    .map(({ from, until }) => ({ from: starts.reduce(later, from), until: ends.reduce(earlier, until) }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0);
}

/** The openings of the days of a window; those that follow on each other, past midnight too, are one. */
function openStretches(opening: Opening, { from, until }: Interval): OpenInterval[] {
  const open: OpenInterval[] = [];
  const end = dayIn(until, opening.timeZone);
  for (let day = dayIn(from, opening.timeZone); day <= end; day = addDays(day, 1)) {
    for (const next of openIntervals(opening, day)) {
      const last = open.at(-1);
      if (last && Temporal.Instant.compare(next.from, last.until) <= 0) last.until = later(last.until, next.until);
      else open.push({ ...next });
    }
  }
  return open;
}

/** The first moment from one on at which a time may begin. After clocks have changed the minutes may lie differently. */
function nextStep(from: Temporal.Instant, rules: ResourceRules, timeZone: string): Temporal.Instant {
  const whole = from.round({ smallestUnit: "minute", roundingMode: "ceil" });
  if (isOnStep(whole, rules, timeZone)) return whole;
  const { hour, minute } = whole.toZonedDateTimeISO(timeZone);
  const over = (hour * 60 + minute) % rules.stepMinutes;
  return nextStep(whole.add({ minutes: rules.stepMinutes - over }), rules, timeZone);
}

function remembered<Answer>(of: (day: string) => Answer): (day: string) => Answer {
  const known = new Map<string, Answer>();
  return (day) => {
    const answer = known.get(day) ?? of(day);
    known.set(day, answer);
    return answer;
  };
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
