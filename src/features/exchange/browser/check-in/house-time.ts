import { type Language, locale } from "../../../../platform/language/language.ts";

/** Days and times as they are at the house, whatever zone the phone believes it is in. */
export function houseTime(language: Language, timeZone: string | undefined) {
  return {
    today: () => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date()),
    clock: (moment: string) => new Intl.DateTimeFormat(locale(language), { timeStyle: "short", timeZone }).format(new Date(moment)),
    dayInWords: (day: string) =>
      new Intl.DateTimeFormat(locale(language), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
        new Date(`${day}T12:00:00Z`),
      ),
  };
}

export type HouseTime = ReturnType<typeof houseTime>;
