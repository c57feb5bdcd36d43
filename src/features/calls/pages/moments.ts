import { capital, clock, dateWithYear, longDay, moment } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";

type Where = { timeZone: string; now: string; language: Language };

/** "i morgen kl. 12:00". */
export function momentInWords(at: string, { timeZone, now, language }: Where): string {
  return moment(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone), dayIn(Temporal.Instant.from(now), timeZone), language);
}

/** "Fredag 4. desember kl. 12:00". */
export function dayAndClock(at: string, timeZone: string, language: Language): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return `${capital(longDay(zoned, language))} ${language === "en" ? "" : "kl.\u00a0"}${clock(zoned)}`;
}

/** "4. desember 2026 kl. 12:00": of what is over, which may be years ago. */
export function dateAndClock(at: string, timeZone: string, language: Language): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return `${dateWithYear(zoned.toPlainDate().toString(), language)} ${language === "en" ? "" : "kl.\u00a0"}${clock(zoned)}`;
}

/** How many whole days are left until a moment, as its place's calendar counts them; negative when it has been. */
export function daysLeft(at: string, { timeZone, now }: Omit<Where, "language">): number {
  const day = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  return day(now).until(day(at)).days;
}
