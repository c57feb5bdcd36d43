import type { Language } from "../../platform/language/language.ts";
import { locale } from "../../platform/language/language.ts";
import { messages } from "./messages.ts";
import type { OpeningTime } from "./opening.ts";
import type { WeekdayGroup } from "./opening-week.ts";

// 1 January 2024 was a Monday
const dayOf = (weekday: number) => Temporal.PlainDate.from({ year: 2024, month: 1, day: weekday });

/** "mandag", "måndag", "Monday"; 1 is Monday. */
export function weekdayName(weekday: number, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), { weekday: "long" }).format(dayOf(weekday));
}

/** "Mandag–torsdag", "Fredag", "Helg", "Alle dager". */
export function groupName({ first, last }: Pick<WeekdayGroup, "first" | "last">, language: Language): string {
  const { weekend, everyDay } = messages[language];
  if (first === 1 && last === 7) return everyDay;
  if (first === 6 && last === 7) return weekend;
  const name = first === last ? weekdayName(first, language) : `${weekdayName(first, language)}–${weekdayName(last, language)}`;
  return name.charAt(0).toLocaleUpperCase(locale(language)) + name.slice(1);
}

/** "08:00–12:00 og 13:00–17:00", "Døgnåpent", "Stengt". */
export function timesInWords(times: readonly OpeningTime[], language: Language): string {
  const { closed, openAllDay } = messages[language];
  if (times.length === 0) return closed;
  const [only] = times;
  if (times.length === 1 && only?.opens === "00:00" && only.closes === "24:00") return openAllDay;
  return new Intl.ListFormat(locale(language)).format(times.map(({ opens, closes }) => `${opens}–${closes}`));
}
