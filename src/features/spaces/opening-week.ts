import { type OpeningTime, timesOf, type WeekdayTime } from "./opening.ts";

/** The weekdays, Monday first, as ISO 8601 counts them. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Weekdays in a row with the same openings; none means closed. */
export type WeekdayGroup = { first: number; last: number; times: OpeningTime[] };

/** The week as one says it: "Monday to Thursday 08–17, Friday 08–15, weekend closed". Only days in a row are put together. */
export function groupWeekdays(hours: readonly WeekdayTime[]): WeekdayGroup[] {
  const groups: WeekdayGroup[] = [];
  for (const weekday of weekdays) {
    const times = timesOf(hours, weekday);
    const before = groups.at(-1);
    if (before && isSame(before.times, times)) before.last = weekday;
    else groups.push({ first: weekday, last: weekday, times });
  }
  return groups;
}

/** The first weekday on which two openings overlap, or undefined. One may begin when another ends. */
export function overlappingWeekday(hours: readonly WeekdayTime[]): number | undefined {
  return weekdays.find((weekday) => {
    const times = timesOf(hours, weekday);
    return times.some(({ opens }, place) => place > 0 && opens < (times[place - 1]?.closes ?? ""));
  });
}

function isSame(some: OpeningTime[], others: OpeningTime[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ opens, closes }, place) => opens === others[place]?.opens && closes === others[place]?.closes)
  );
}
