import { type Language, locale } from "./language.ts";

/** A moment in running text, as the clocks of a place show it: "onsdag 25. november kl. 10:00". */
export function writtenMoment(moment: Temporal.Instant, timeZone: string, language: Language): string {
  return moment
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toLocaleString(locale(language), { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
}
