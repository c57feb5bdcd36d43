import { momentOf } from "../../src/platform/time/day.ts";
import { isHoliday } from "../../src/platform/time/holidays.ts";
import { calendarAt, earlier, timeZone } from "./calendar.ts";
import { chance } from "./chance.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import type { Demo } from "./read.ts";

/** A time somebody would have of a resource, or that the house blocks for its own work. */
export interface BookingWish {
  space: string;
  resource: string;
  /** E-mail; null for maintenance. */
  person: string | null;
  title: string | null;
  note: string | null;
  people: number | null;
  /** The day it begins on. */
  day: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
  state: "held" | "pending" | "confirmed";
  bookedAt: Temporal.Instant;
  heldUntil: Temporal.Instant | null;
}

/** One booking to be made: the ways it may be made, of which the first that fits is taken. */
export interface PlannedBooking {
  /** `one_off` must fit where nobody else has been; `traffic` is left to chance, which may not put anyone in two places at once. */
  kind: "one_off" | "standing" | "traffic";
  ways: Iterable<BookingWish>;
}

const minutesOfDay = 24 * 60;
// where visitors have been, what is told may have to begin a little later or earlier
const shifts = [0, 30, 60, 90, -30, -60];
// how often chance may choose another room, hour and holder before a booking is given up
const mostWays = 12;
// some book long before, most within a fortnight; what comes back every week was booked in good time
const trafficLeadDays = 14;
const standingLeadDays = 60;

/** What is told one by one and counted from today: a request that waits for its answer, a time that is held, the bookings of those one can be. */
export function plannedOneOffs(demo: Demo, now: Temporal.Instant): PlannedBooking[] {
  const calendar = calendarAt(now);
  return demo.bookings.oneOff.map(({ space, resource, person, title, note, people, state, ...one }) => {
    const day = resolveDay(one.day, calendar);
    const [from, until] = timesOf(one.times, day);
    const moment = (expression: string) => resolveMoment(expression, calendar, now, timeZone);
    const wish: BookingWish = {
      ...{ space, resource, person, title, from, until, state, day: day.toString() },
      note: note ?? null,
      people: people ?? null,
      bookedAt: earlier(moment(one.bookedAt), now),
      heldUntil: one.heldUntil === undefined ? null : moment(one.heldUntil),
    };
    return { kind: "one_off", ways: shifts.map((minutes) => shifted(wish, minutes)) };
  });
}

/** What happens on the same weekday every week, or every other: meetings, courses, maintenance, the desks of a team. */
export function plannedStanding(demo: Demo, days: Temporal.PlainDate[], now: Temporal.Instant): PlannedBooking[] {
  return days.flatMap((day) =>
    demo.bookings.standing
      .filter((one) => isOn(one, day))
      .flatMap((one) => {
        const { space, resource, person = null, title = null, people = null, times, nights = 0, desks = 1 } = one;
        const [from] = timesOf(times, day);
        const [, until] = timesOf(times, day.add({ days: nights }));
        const random = chance(`${demo.bookings.seed} ${space} ${resource} ${title} ${times}`);
        const start = { at: from, minute: minuteOf(times.slice(0, 5)) };
        const bookedAt = momentBefore(start, standingLeadDays, limitsOf(demo, space, [resource]), random, now);
        const wish: BookingWish = {
          ...{ space, resource, person, title, people, from, until, bookedAt, day: day.toString() },
          note: null,
          state: "confirmed",
          heldUntil: null,
        };
        return Array.from({ length: desks }, (): PlannedBooking => ({ kind: "standing", ways: [wish] }));
      }),
  );
}

/** What people book as they need it, so many on each weekday. A day is the same whenever it is looked at. */
export function plannedTraffic(demo: Demo, days: Temporal.PlainDate[], now: Temporal.Instant): PlannedBooking[] {
  return demo.bookings.traffic.flatMap((rule) => {
    const { space, resources, between, perWeekday, onHolidays } = rule;
    const [opens, closes] = between.split("-").map(minuteOf) as [number, number];
    const limits = limitsOf(demo, space, resources);
    return days.flatMap((day) => {
      const key = day.toString();
      // a holiday is like a Sunday where it is like anything
      const weekday = isHoliday(key) ? 7 : day.dayOfWeek;
      const count = weekday === day.dayOfWeek || onHolidays ? (perWeekday[weekday - 1] ?? 0) : 0;
      return Array.from({ length: count }, (_, index): PlannedBooking => {
        const random = chance(`${demo.bookings.seed} ${space} ${resources} ${key} ${index}`);
        const bookedOn = (opensAt: Temporal.Instant) => momentBefore({ at: opensAt, minute: opens }, trafficLeadDays, limits, random, now);
        return { kind: "traffic", ways: waysOf(demo, rule, { day, key, opens, closes }, bookedOn, random) };
      });
    });
  });
}

function shifted(wish: BookingWish, minutes: number): BookingWish {
  return { ...wish, from: wish.from.add({ minutes }), until: wish.until.add({ minutes }) };
}

type Rule = Demo["bookings"]["traffic"][number];
type Chance = ReturnType<typeof chance>;

type Hours = { day: Temporal.PlainDate; key: string; opens: number; closes: number };

function* waysOf(
  demo: Demo,
  rule: Rule,
  { day, key, opens, closes }: Hours,
  bookedOn: (opensAt: Temporal.Instant) => Temporal.Instant,
  random: Chance,
): Generator<BookingWish> {
  const pick = <Item>(items: Item[]) => items[random.below(items.length)] as Item;
  const what = demo.bookings.what[pick(rule.what)];
  if (!what) return;
  const title = what.titles.length === 0 ? null : pick(what.titles);
  const minutes = pick(what.minutes);
  const [fewest, most] = what.people ?? [0, 0];
  const people = what.people ? fewest + random.below(most - fewest + 1) : null;
  // clocks change at night, when nothing opens
  const opensAt = momentAt(day, opens);
  const wish = { ...{ space: rule.space, title, people, day: key }, note: null, bookedAt: bookedOn(opensAt), heldUntil: null };
  const starts = Math.floor((closes - opens - minutes) / 30) + 1;
  for (let way = 0; way < mostWays; way += 1) {
    const resource = pick(rule.resources);
    const person = pick(demo.bookings.holders[rule.holders] ?? []);
    const from = opensAt.add({ minutes: 30 * random.below(starts) });
    yield { ...wish, resource, person, from, until: from.add({ minutes }), state: "confirmed" };
  }
}

function isOn({ weekdays, weeks, onHolidays }: Demo["bookings"]["standing"][number], day: Temporal.PlainDate): boolean {
  if (!weekdays.includes(day.dayOfWeek) || (isHoliday(day.toString()) && !onHolidays)) return false;
  return weeks === undefined || weekNumber(day) % weeks[0] === weeks[1];
}

// weeks from one Monday long ago, so that every other week stays every other week at New Year
function weekNumber(day: Temporal.PlainDate): number {
  return Math.floor(Temporal.PlainDate.from("1970-01-05").until(day).days / 7);
}

/** The longest notice and the nearest horizon among the resources. */
function limitsOf(demo: Demo, space: string, names: string[]): Limits {
  const all = demo.resources.find((one) => one.space === space)?.resources.filter(({ name }) => names.includes(name)) ?? [];
  return {
    noticeMinutes: Math.max(0, ...all.map(({ noticeMinutes }) => noticeMinutes ?? 0)),
    horizonDays: Math.min(...all.map(({ horizonDays }) => horizonDays ?? 180)),
  };
}

type Limits = { noticeMinutes: number; horizonDays: number };

/** A moment of a day before, within notice and horizon, never later than now; counted from a moment and its minute of the day. */
function momentBefore(
  { at, minute }: { at: Temporal.Instant; minute: number },
  mostDays: number,
  { noticeMinutes, horizonDays }: Limits,
  random: Chance,
  now: Temporal.Instant,
): Temporal.Instant {
  const fewestDays = Math.ceil(noticeMinutes / minutesOfDay) + 1;
  const lead = fewestDays + random.below(Math.min(mostDays, horizonDays - 1) - fewestDays + 1);
  // from half past seven in the morning to a quarter past nine in the evening
  const before = at.subtract({ minutes: lead * minutesOfDay + minute - 450 - 15 * random.below(56) });
  const lately = now.subtract({ minutes: 5 + random.below(2 * minutesOfDay) });
  return Temporal.Instant.compare(before, now) < 0 ? before : lately;
}

function timesOf(times: string, day: Temporal.PlainDate): [Temporal.Instant, Temporal.Instant] {
  const [from, until] = times.split("-").map(minuteOf) as [number, number];
  return [momentAt(day, from), momentAt(day, until)];
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(":").map(Number) as [number, number];
  return 60 * hour + minute;
}

/** When clocks show so many minutes after midnight of the day. */
function momentAt(day: Temporal.PlainDate, minute: number): Temporal.Instant {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return momentOf(day.toString(), time.toString(), timeZone);
}
