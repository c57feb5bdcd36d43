import { addDays, weekdayOf } from "../../../../platform/time/day.ts";

type DayAhead = { day: string; guestSeats: number };

/** The days from one on, that one with it, on which most houses take guests: one that is open on Sundays does not make Sunday a day to begin with. */
export function openDays(ahead: readonly DayAhead[], from: string): string[] {
  const open = ahead.filter(({ guestSeats }) => guestSeats > 0);
  const usual = open.map(({ guestSeats }) => guestSeats).toSorted((a, b) => a - b)[Math.floor(open.length / 2)] ?? 0;
  return open.filter(({ day, guestSeats }) => day >= from && guestSeats * 2 >= usual).map(({ day }) => day);
}

/** The next day that is neither Saturday nor Sunday. */
export function nextWeekday(today: string): string {
  const tomorrow = addDays(today, 1);
  const weekday = weekdayOf(tomorrow);
  return weekday > 5 ? addDays(tomorrow, 8 - weekday) : tomorrow;
}
