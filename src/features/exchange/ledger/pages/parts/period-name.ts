import { month, monthAndYear } from "../../../../../interface/format.ts";
import { type Language, locale } from "../../../../../platform/language/language.ts";
import { addDays } from "../../../../../platform/time/day.ts";
import type { Period } from "../../period.ts";

/** "juli–september 2026"; with the year on both months when they differ. */
export function periodName({ from, to }: Period, language: Language): string {
  const last = addDays(to, -1);
  if (from.slice(0, 7) === last.slice(0, 7)) return monthAndYear(from, language);
  const first = from.slice(0, 4) === last.slice(0, 4) ? month(from, language) : monthAndYear(from, language);
  return `${first}–${monthAndYear(last, language)}`;
}

/** The same with a capital, for a heading. */
export function periodTitle(period: Period, language: Language): string {
  const name = periodName(period, language);
  return name.charAt(0).toLocaleUpperCase(locale(language)) + name.slice(1);
}

/** The number of a quarter that begins on the day. */
export function quarterNumber(from: string): { number: number; year: number } {
  const { year, month: of } = Temporal.PlainDate.from(from);
  return { number: (of + 2) / 3, year };
}
