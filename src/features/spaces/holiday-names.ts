import type { InEveryLanguage } from "../../platform/language/language.ts";
import { addDays, type Day } from "../../platform/time/day.ts";
import { holidaysOf } from "../../platform/time/holidays.ts";

/** A public holiday with its name in each language. */
export type NamedHoliday = { day: Day; names: InEveryLanguage };

const names: Record<string, Omit<InEveryLanguage, "nb">> = {
  "Første nyttårsdag": { nn: "Første nyttårsdag", en: "New Year’s Day" },
  Skjærtorsdag: { nn: "Skjertorsdag", en: "Maundy Thursday" },
  Langfredag: { nn: "Langfredag", en: "Good Friday" },
  "Første påskedag": { nn: "Første påskedag", en: "Easter Sunday" },
  "Andre påskedag": { nn: "Andre påskedag", en: "Easter Monday" },
  "Arbeidernes dag": { nn: "Arbeidardagen", en: "Labour Day" },
  Grunnlovsdagen: { nn: "Grunnlovsdagen", en: "Constitution Day" },
  "Kristi himmelfartsdag": { nn: "Kristi himmelfartsdag", en: "Ascension Day" },
  "Første pinsedag": { nn: "Første pinsedag", en: "Whit Sunday" },
  "Andre pinsedag": { nn: "Andre pinsedag", en: "Whit Monday" },
  "Første juledag": { nn: "Første juledag", en: "Christmas Day" },
  "Andre juledag": { nn: "Andre juledag", en: "Boxing Day" },
};

/** The public holidays of Norway from and including a day, so many days ahead. */
export function holidaysFrom(day: Day, days: number): NamedHoliday[] {
  const end = addDays(day, days);
  const [first, last] = [Number(day.slice(0, 4)), Number(end.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, later) => holidaysOf(first + later));
  return years
    .flatMap((year) => [...year])
    .filter(([each]) => each >= day && each < end)
    .map(([each, nb]) => ({ day: each, names: { nb, ...(names[nb] ?? { nn: nb, en: nb }) } }));
}
