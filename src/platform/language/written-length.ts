import { type Language, locale } from "./language.ts";

/** A length of time in words: «45 minutter», «1 time», «1,5 timar», "12 hours". @param minutes whole ones */
export function writtenLength(minutes: number, language: Language): string {
  return minutes >= 60 && minutes % 30 === 0 ? inUnits(minutes / 60, "hour", language) : inUnits(minutes, "minute", language);
}

/** Seconds in words: «1 sekund». */
export function writtenSeconds(seconds: number, language: Language): string {
  return inUnits(seconds, "second", language);
}

function inUnits(count: number, unit: "hour" | "minute" | "second", language: Language): string {
  return new Intl.NumberFormat(locale(language), { style: "unit", unit, unitDisplay: "long" }).format(count);
}
