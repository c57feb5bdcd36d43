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
  const { certification } = rules;
  if (certification && standing.certificateLevel < certification.level)
    return bookingRefusals.needsCertification({ name: certification.names.nb ?? certification.names.en ?? certification.names.nn ?? "" });
  if (isOverridden) return undefined;
  return timeAgainst(wish, rules, timeZone) ?? lengthAgainst(wish, rules, timeZone) ?? standingAgainst(wish, rules, opening, standing);
}

function timeAgainst({ from, at }: Wish, { noticeMinutes, horizonDays }: ResourceRules, timeZone: string): Refusal | undefined {
  const first = at.add({ minutes: noticeMinutes });
  // a room that is free may be taken now, and now is a moment later when the request arrives
  const earliest = noticeMinutes === 0 ? first.subtract({ minutes: 15 }) : first;
  if (Temporal.Instant.compare(from, earliest) < 0)
    return noticeMinutes === 0 ? bookingRefusals.past() : bookingRefusals.tooSoon({ at: first.toString(), timeZone });
  const last = at.toZonedDateTimeISO(timeZone).add({ days: horizonDays }).toInstant();
  if (Temporal.Instant.compare(from, last) > 0) return bookingRefusals.tooFar({ at: last.toString(), timeZone });
  return undefined;
}

// steps are counted from midnight as clocks show it, lengths as time goes: an hour that comes twice is two hours long
function lengthAgainst({ from, until }: Wish, rules: ResourceRules, timeZone: string): Refusal | undefined {
  const { stepMinutes, shortestMinutes, longestMinutes } = rules;
  const starts = from.toZonedDateTimeISO(timeZone);
  const minutes = minutesBetween(from, until);
  const isOnStep = starts.second === 0 && (starts.hour * 60 + starts.minute) % stepMinutes === 0 && minutes % stepMinutes === 0;
  if (!isOnStep) return bookingRefusals.wrongStep({ minutes: stepMinutes });
  if (minutes < shortestMinutes) return bookingRefusals.tooShort({ minutes: shortestMinutes });
  if (minutes > longestMinutes) return bookingRefusals.tooLong({ minutes: longestMinutes });
  return undefined;
}

function standingAgainst(wish: Wish, rules: ResourceRules, opening: Opening, standing: Standing): Refusal | undefined {
  if (!isAmong(standing.booker, rules.bookedBy)) return bookingRefusals.notForYou({ bookedBy: rules.bookedBy });
  if (wish.people !== null && wish.people > rules.capacity) return bookingRefusals.tooMany({ capacity: rules.capacity });
  if (rules.opensWithHouse && !isOpenThrough(opening, wish)) return bookingRefusals.closed();
  const { weeklyMinutes } = rules;
  const left = weeklyMinutes === null ? Infinity : weeklyMinutes - standing.weekMinutes;
  if (weeklyMinutes !== null && standing.booker !== "staff" && minutesBetween(wish.from, wish.until) > left)
    return bookingRefusals.weekUsed({ minutes: weeklyMinutes, left });
  return undefined;
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
