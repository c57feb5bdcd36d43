import type { Interval } from "../booking.ts";
import { isOnStep, type ResourceRules } from "../rules.ts";
import type { WindowDay } from "./wanted.ts";

const wholeDay = 24 * 3_600_000;

/** The moments of a day within a stretch at which a time may begin, in milliseconds: on a day of 24 hours they are reckoned, on others each is asked of the clock. */
export function* startsOn(day: WindowDay, within: Interval, rules: ResourceRules, timeZone: string): Generator<number> {
  const midnight = day.from.epochMilliseconds;
  const from = Math.max(midnight, millisecondsUp(within.from));
  const until = Math.min(day.until.epochMilliseconds, millisecondsUp(within.until));
  const step = rules.stepMinutes * 60_000;
  if (day.until.epochMilliseconds - midnight === wholeDay) {
    for (let starts = midnight + Math.ceil((from - midnight) / step) * step; starts < until; starts += step) yield starts;
    return;
  }
  for (
    let starts = nextStep(Temporal.Instant.fromEpochMilliseconds(from), rules, timeZone);
    starts.epochMilliseconds < until;
    starts = nextStep(starts.add({ minutes: rules.stepMinutes }), rules, timeZone)
  )
    yield starts.epochMilliseconds;
}

/** Whole milliseconds of a moment, rounded up: what ends within one is not over before the next. */
export function millisecondsUp(moment: Temporal.Instant): number {
  const { epochMilliseconds } = moment;
  return moment.epochNanoseconds % 1_000_000n === 0n ? epochMilliseconds : epochMilliseconds + 1;
}

/** The first moment from one on at which a time may begin. After clocks have changed the minutes may lie differently. */
function nextStep(from: Temporal.Instant, rules: ResourceRules, timeZone: string): Temporal.Instant {
  const whole = from.round({ smallestUnit: "minute", roundingMode: "ceil" });
  if (isOnStep(whole, rules, timeZone)) return whole;
  const { hour, minute } = whole.toZonedDateTimeISO(timeZone);
  const over = (hour * 60 + minute) % rules.stepMinutes;
  return nextStep(whole.add({ minutes: rules.stepMinutes - over }), rules, timeZone);
}
