import type { Opening } from "../../spaces/index.ts";
import { type Interval, overlap, withBuffers } from "../booking.ts";
import type { ResourceFacts, Taken } from "../deciding/facts.ts";
import { hasLapsed, placesBeside } from "../deciding/taken-time.ts";
import { bookerAgainst, certificationAgainst, lengthAgainst, type ResourceRules, type Standing, weekAgainst } from "../rules.ts";
import { remembered } from "./remembered.ts";
import { millisecondsUp, startsOn } from "./starts.ts";
import { earlier, later, type Wanted } from "./wanted.ts";

// the first and the last moment a time may begin, with nothing but free steps between
type Run = { first: number; last: number };

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
  const length = wanted.minutes * 60_000;
  const mayBookOn = remembered((day: string) => isFor(wanted, rules, standingOn(day)));
  const isFreeAt = freeBeside(
    wanted,
    resource,
    taken.filter((one) => !hasLapsed(one, wanted.at)),
  );
  const runs: Run[] = [];
  for (const stretch of stretches(wanted, resource)) {
    const end = stretch.until.epochMilliseconds;
    for (const day of wanted.daysIn(opening.timeZone)) {
      if (!overlap(day, stretch) || !mayBookOn(day.day)) continue;
      for (const starts of startsOn(day, stretch, rules, opening.timeZone)) {
        if (starts + length > end) break;
        if (isFreeAt(starts)) append(starts, runs, rules);
      }
    }
  }
  const moment = Temporal.Instant.fromEpochMilliseconds;
  return runs.map(({ first, last }) => ({ from: moment(first), until: moment(last + length) }));
}

/** Whether a house is open long enough within the window: when it is not, nothing that opens with it is free. */
export function isOpenFor(wanted: Wanted, opening: Opening): boolean {
  return wanted.opensIn(opening).some(({ from, until }) => {
    const open = { from: later(from, wanted.from), until: earlier(until, wanted.until) };
    return open.until.epochMilliseconds - open.from.epochMilliseconds >= wanted.minutes * 60_000;
  });
}

function isFor({ minutes, people }: Wanted, rules: ResourceRules, standing: Standing): boolean {
  return !(certificationAgainst(rules, standing) ?? bookerAgainst(people, rules, standing) ?? weekAgainst(minutes, rules, standing));
}

/** Tells of a start whether the time, with its buffers, finds a place beside what is taken. */
function freeBeside({ minutes }: Wanted, resource: ResourceFacts, taken: readonly Taken[]): (starts: number) => boolean {
  const zero = Temporal.Instant.fromEpochMilliseconds(0);
  const withMargins = withBuffers({ from: zero, until: zero.add({ minutes }) }, resource);
  const [before, after] = [withMargins.from.epochMilliseconds, withMargins.until.epochMilliseconds];
  const times = taken.map((one) => ({ one, from: one.from.epochMilliseconds, until: millisecondsUp(one.until) }));
  const hasPlaces = placesBeside(resource, []).length > 0;
  return (starts) => {
    const inTheWay = times.filter(({ from, until }) => from < starts + after && starts + before < until).map(({ one }) => one);
    return inTheWay.length === 0 ? hasPlaces : placesBeside(resource, inTheWay).length > 0;
  };
}

// a time that begins a step after the last one makes the run longer
function append(starts: number, runs: Run[], { stepMinutes }: ResourceRules): void {
  const run = runs.at(-1);
  if (run && run.last + stepMinutes * 60_000 === starts) run.last = starts;
  else runs.push({ first: starts, last: starts });
}

/** Where a time can lie at all: in use, in the opening hours where those count, and begun within notice and horizon. */
function stretches(wanted: Wanted, { rules, opening }: ResourceFacts): Interval[] {
  const { timeZone } = opening;
  const { first, last } = wanted.startsAllowed(rules, timeZone);
  const open = rules.opensWithHouse ? wanted.opensIn(opening) : [wanted];
  const midnight = (day: string) => wanted.midnight(day, timeZone);
  const { from: usedFrom, until: usedUntil } = rules.inUse;
  const starts = [wanted.from, first, ...(usedFrom ? [midnight(usedFrom)] : [])];
  const ends = [wanted.until, last.add({ minutes: wanted.minutes }), ...(usedUntil ? [midnight(usedUntil)] : [])];
  return open
    .map(({ from, until }) => ({ from: starts.reduce(later, from), until: ends.reduce(earlier, until) }))
    .filter(({ from, until }) => Temporal.Instant.compare(from, until) < 0);
}
