import { type Language, locale } from "../../../platform/language/language.ts";

/** Days and times as they are at the house, whatever zone the phone believes it is in. */
export function houseTime(language: Language, timeZone: string | undefined) {
  // made once: each takes a phone a millisecond, and a list shows many moments
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone });
  const clock = new Intl.DateTimeFormat(locale(language), { timeStyle: "short", timeZone });
  const words = new Intl.DateTimeFormat(locale(language), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return {
    today: () => day.format(new Date()),
    clock: (moment: string) => clock.format(new Date(moment)),
    dayInWords: (given: string) => words.format(new Date(`${given}T12:00:00Z`)),
  };
}

export type HouseTime = ReturnType<typeof houseTime>;
