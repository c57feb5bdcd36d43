import { type Language, locale } from "./language.ts";

/** A day in running text: "onsdag 25. november". */
export function writtenDay(day: string, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale(language), { weekday: "long", day: "numeric", month: "long" });
}

/** A day of any year: "25. november 2026". */
export function writtenDate(day: string, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale(language), { day: "numeric", month: "long", year: "numeric" });
}

/** A month in running text: "november". @param day any day of it */
export function writtenMonth(day: string, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale(language), { month: "long" });
}
