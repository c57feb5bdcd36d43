/** A calendar day as ISO text, "2026-11-24". */
export type Day = string;

/** The day it is in a time zone. */
export function dayIn(now: Temporal.Instant, timeZone: string): Day {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day so many days later; negative for earlier. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The first day of the day's month: how months are written in the database. */
export function monthOf(day: Day): Day {
  return `${day.slice(0, 7)}-01`;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Whether a text is a day that exists: 2026-02-31 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }) !== undefined;
  } catch {
    return false;
  }
}

/** The moment a wall clock shows this time on this day in the zone. */
export function momentOf(day: Day, time: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone).toInstant();
}
