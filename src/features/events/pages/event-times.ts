import { capital, clock, dayOfMonth, longDay, moment, month } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";

export type Times = { startsAt: string; endsAt: string; timeZone: string };

export function zoned(at: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
}

/** What stands lit over the title, and what follows it: "11.–12." and "mars 2027", or "8. desember 2026 – 4. februar" and "2027". */
export function daysOver({ startsAt, endsAt, timeZone }: Times, language: Language): { days: string; rest: string } {
  const [from, until] = [zoned(startsAt, timeZone), zoned(endsAt, timeZone)];
  const [first, last] = [dayOfMonth(from, language), dayOfMonth(until, language)];
  const rest = `${month(until, language)} ${until.year}`;
  if (from.toPlainDate().equals(until.toPlainDate())) return { days: first, rest };
  if (from.month === until.month && from.year === until.year) return { days: `${first}–${last}`, rest };
  const begins = `${first} ${month(from, language)}${from.year === until.year ? "" : ` ${from.year}`}`;
  return { days: `${begins} – ${last} ${month(until, language)}`, rest: String(until.year) };
}

/** The day it ends, as ISO. */
export function lastDayOf({ endsAt, timeZone }: Pick<Times, "endsAt" | "timeZone">): string {
  return zoned(endsAt, timeZone).toPlainDate().toString();
}

/** "Torsdag 11. mars kl. 10:00–12:00", over several days with both. */
export function timesInWords({ startsAt, endsAt, timeZone }: Times, language: Language): string {
  const [from, until] = [zoned(startsAt, timeZone), zoned(endsAt, timeZone)];
  const begins = `${capital(longDay(from, language))} ${clock(from)}`;
  if (from.toPlainDate().equals(until.toPlainDate())) return `${begins}–${clock(until)}`;
  return `${begins} – ${longDay(until, language)} ${clock(until)}`;
}

/** "i morgen kl. 14:18". */
export function momentInWords(at: string, { timeZone, today, language }: { timeZone: string; today: string; language: Language }): string {
  return moment(zoned(at, timeZone), today, language);
}
