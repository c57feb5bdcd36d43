import type { Texts } from "../../platform/database/schema.ts";
import type { Refusal } from "../../platform/refusal/refusal.ts";
import { dayIn } from "../../platform/time/day.ts";
import { type Booker, isAmong, type Opening, openIntervals } from "../spaces/index.ts";
import { type Interval, minutesBetween } from "./booking.ts";
import { bookingRefusals } from "./refusals.ts";

/** The rules of a resource, as its house wrote them (domain.md 4). */
export interface ResourceRules {
  capacity: number;
  stepMinutes: number;
  shortestMinutes: number;
  longestMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  weeklyMinutes: number | null;
  bookedBy: Booker;
  opensWithHouse: boolean;
  inUse: { from: string | null; until: string | null };
  certification: { names: Texts; level: number } | null;
}

/** Who books, seen from the resource on the day. */
export interface Standing {
  booker: Booker;
  /** The highest level held that day of what the resource asks for; 0 without. */
  certificateLevel: number;
  /** Minutes booked of it that week already, without the booking that is moved. */
  weekMinutes: number;
}

export interface Wish extends Interval {
  people: number | null;
  at: Temporal.Instant;
}

/**
 * Why a time cannot be booked, the first reason that holds; undefined when it can. Whether it is taken is not asked here.
 * What keeps people from harm, the certification, is asked of everyone; the rest staff may go past.
 */
export function ruleAgainst(
  wish: Wish,
  rules: ResourceRules,
  opening: Opening,
  standing: Standing,
  isOverridden: boolean,
): Refusal | undefined {
  const { timeZone } = opening;
  if (Temporal.Instant.compare(wish.from, wish.until) >= 0) return bookingRefusals.backwards();
  if (!isInUse(wish, rules.inUse, timeZone)) return bookingRefusals.outOfUse();
  const unlearnt = certificationAgainst(rules, standing);
  if (unlearnt || isOverridden) return unlearnt;
  return timeAgainst(wish, rules, timeZone) ?? stepAgainst(wish, rules, timeZone) ?? standingAgainst(wish, rules, opening, standing);
}

function timeAgainst({ from, at }: Wish, rules: ResourceRules, timeZone: string): Refusal | undefined {
  const { first, last } = startsAllowed(at, rules, timeZone);
  if (Temporal.Instant.compare(from, first) < 0)
    return rules.noticeMinutes === 0 ? bookingRefusals.past() : bookingRefusals.tooSoon({ at: first.toString(), timeZone });
  if (Temporal.Instant.compare(from, last) > 0) return bookingRefusals.tooFar({ at: last.toString(), timeZone });
  return undefined;
}

/** The first and the last moment a time may begin when it is booked at `at`: the notice asked for, and the horizon. */
export function startsAllowed(
  at: Temporal.Instant,
  { noticeMinutes, horizonDays }: Pick<ResourceRules, "noticeMinutes" | "horizonDays">,
  timeZone: string,
) {
  const first = at.add({ minutes: noticeMinutes });
  return {
    // a room that is free may be taken now, and now is a moment later when the request arrives
    first: noticeMinutes === 0 ? first.subtract({ minutes: 15 }) : first,
    last: at.toZonedDateTimeISO(timeZone).add({ days: horizonDays }).toInstant(),
  };
}

function stepAgainst({ from, until }: Wish, rules: ResourceRules, timeZone: string): Refusal | undefined {
  if (!isOnStep(from, rules, timeZone)) return bookingRefusals.wrongStep({ minutes: rules.stepMinutes });
  return lengthAgainst(minutesBetween(from, until), rules);
}

/** Whether a time may begin at the moment: steps are counted from midnight as clocks show it. */
export function isOnStep(from: Temporal.Instant, { stepMinutes }: ResourceRules, timeZone: string): boolean {
  const { hour, minute, second } = from.toZonedDateTimeISO(timeZone);
  return second === 0 && (hour * 60 + minute) % stepMinutes === 0;
}

/** Why a time cannot be so long. Lengths are counted as time goes: an hour that comes twice is two hours long. */
export function lengthAgainst(minutes: number, { stepMinutes, shortestMinutes, longestMinutes }: ResourceRules): Refusal | undefined {
  if (minutes % stepMinutes !== 0) return bookingRefusals.wrongStep({ minutes: stepMinutes });
  if (minutes < shortestMinutes) return bookingRefusals.tooShort({ minutes: shortestMinutes });
  if (minutes > longestMinutes) return bookingRefusals.tooLong({ minutes: longestMinutes });
  return undefined;
}

function standingAgainst(wish: Wish, rules: ResourceRules, opening: Opening, standing: Standing): Refusal | undefined {
  const against = bookerAgainst(wish.people, rules, standing);
  if (against) return against;
  if (rules.opensWithHouse && !isOpenThrough(opening, wish)) return bookingRefusals.closed();
  return weekAgainst(minutesBetween(wish.from, wish.until), rules, standing);
}

/** Why somebody cannot book it who has not learnt it. */
export function certificationAgainst({ certification }: ResourceRules, standing: Standing): Refusal | undefined {
  if (!certification || standing.certificateLevel >= certification.level) return undefined;
  const { names } = certification;
  return bookingRefusals.needsCertification({ name: names.nb ?? names.en ?? names.nn ?? "" });
}

/** Why it is not for somebody, or not for so many. */
export function bookerAgainst(people: number | null, { bookedBy, capacity }: ResourceRules, { booker }: Standing): Refusal | undefined {
  if (!isAmong(booker, bookedBy)) return bookingRefusals.notForYou({ bookedBy });
  return people !== null && people > capacity ? bookingRefusals.tooMany({ capacity }) : undefined;
}

/** Why somebody cannot have so many minutes more of it that week. */
export function weekAgainst(minutes: number, { weeklyMinutes }: ResourceRules, standing: Standing): Refusal | undefined {
  if (weeklyMinutes === null || standing.booker === "staff") return undefined;
  const left = weeklyMinutes - standing.weekMinutes;
  return minutes > left ? bookingRefusals.weekUsed({ minutes: weeklyMinutes, left }) : undefined;
}

/** Whether the house is open from the first moment to the last; openings that follow on each other, past midnight too, are one. */
export function isOpenThrough(opening: Opening, { from, until }: Interval): boolean {
  let open = from;
  while (Temporal.Instant.compare(open, until) < 0) {
    const at = open;
    const interval = openIntervals(opening, dayIn(at, opening.timeZone)).find(
      (one) => Temporal.Instant.compare(one.from, at) <= 0 && Temporal.Instant.compare(at, one.until) < 0,
    );
    if (!interval) return false;
    open = interval.until;
  }
  return true;
}

/** The week a moment is in, Monday to Monday, as the house's clocks show it. */
export function weekOf(moment: Temporal.Instant, timeZone: string): Interval {
  const day = moment.toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant();
  return { from: start(monday), until: start(monday.add({ days: 7 })) };
}

/** Whether it is there on every day of the time. */
export function isInUse({ from, until }: Interval, inUse: ResourceRules["inUse"], timeZone: string): boolean {
  const [first, last] = [dayIn(from, timeZone), dayIn(until.subtract({ nanoseconds: 1 }), timeZone)];
  return (inUse.from === null || first >= inUse.from) && (inUse.until === null || last < inUse.until);
}
