import { dayIn } from "../../src/platform/time/day.ts";
import { isHoliday } from "../../src/platform/time/holidays.ts";
import type { Calendar } from "./day.ts";

/** Every house of the demonstration network lies in it. */
export const timeZone = "Europe/Oslo";

/** The calendar of the demonstration network at a moment. */
export function calendarAt(now: Temporal.Instant): Calendar {
  return { today: Temporal.PlainDate.from(dayIn(now, timeZone)), isHoliday: (day) => isHoliday(day.toString()) };
}

/** The moment a wall clock in Norway shows the time on the day, but never later than `now`: history does not lie ahead. */
export function pastMoment(day: Temporal.PlainDate, time: string, now: Temporal.Instant): Temporal.Instant {
  return earlier(day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant(), now);
}

/** The earlier of two moments. */
export function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) <= 0 ? one : other;
}

/** The first day of the quarter so many quarters after the one the day lies in. */
export function quarterStart(day: Temporal.PlainDate, quarter: number): Temporal.PlainDate {
  return day.with({ month: day.month - ((day.month - 1) % 3), day: 1 }).add({ months: 3 * quarter });
}
