/** The weekdays as RFC 5545 writes them; Monday first. */
export const weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Which weekday of its month a day is: 1 for the first … 4 for the fourth, -1 for the last when there is a fifth. */
export function placeInMonth(day: Temporal.PlainDate): number {
  const place = Math.ceil(day.day / 7);
  return place > 4 ? -1 : place;
}
