import { catalogue } from "../../../platform/language/language.ts";

type Shut = { space: string; day: string };
type Count = { count: number };

/** What those who have booked are written to when a house shuts for a day. */
export const shuttingWords = catalogue({
  nb: {
    endedSubject: (f: Shut & Count) => `${f.space} er stengt ${f.day}: ${f.count === 1 ? "tida di er avlyst" : "tidene dine er avlyst"}`,
    standsSubject: (f: Shut) => `${f.space} er stengt ${f.day}, men tida di står`,
    shut: (f: Shut) => `${f.space} er stengt ${f.day}.`,
    reason: (reason: string) => `Huset skriver: ${reason}`,
    ended: (f: Count): string =>
      f.count === 1
        ? "Dette hadde du booket. Det er avlyst, og du betaler ikke for det:"
        : "Dette hadde du booket. Det er avlyst, og du betaler ikke for noe av det:",
    stands: (f: Count): string =>
      f.count === 1
        ? "Dette står, fordi det varer over flere dager eller er avtalt med huset. Spør huset hvordan du kommer inn:"
        : "Disse står, fordi de varer over flere dager eller er avtalt med huset. Spør huset hvordan du kommer inn:",
    findOther: "Finn en annen tid",
    seeCalendar: "Se kalenderen",
  },
  nn: {
    endedSubject: (f: Shut & Count) => `${f.space} er stengt ${f.day}: ${f.count === 1 ? "tida di er avlyst" : "tidene dine er avlyste"}`,
    standsSubject: (f: Shut) => `${f.space} er stengt ${f.day}, men tida di står`,
    shut: (f: Shut) => `${f.space} er stengt ${f.day}.`,
    reason: (reason: string) => `Huset skriv: ${reason}`,
    ended: (f: Count): string =>
      f.count === 1
        ? "Dette hadde du booka. Det er avlyst, og du betaler ikkje for det:"
        : "Dette hadde du booka. Det er avlyst, og du betaler ikkje for noko av det:",
    stands: (f: Count): string =>
      f.count === 1
        ? "Dette står, fordi det varer over fleire dagar eller er avtalt med huset. Spør huset korleis du kjem inn:"
        : "Desse står, fordi dei varer over fleire dagar eller er avtalte med huset. Spør huset korleis du kjem inn:",
    findOther: "Finn ei anna tid",
    seeCalendar: "Sjå kalenderen",
  },
  en: {
    endedSubject: (f: Shut & Count) => `${f.space} is shut on ${f.day}: your ${f.count === 1 ? "time is" : "times are"} cancelled`,
    standsSubject: (f: Shut) => `${f.space} is shut on ${f.day}, but your time stands`,
    shut: (f: Shut) => `${f.space} is shut on ${f.day}.`,
    reason: (reason: string) => `The space writes: ${reason}`,
    ended: (f: Count): string =>
      f.count === 1
        ? "You had booked this. It is cancelled, and you do not pay for it:"
        : "You had booked this. It is cancelled, and you pay for none of it:",
    stands: (f: Count): string =>
      f.count === 1
        ? "This stands, because it goes on over several days or is agreed with the space. Ask the space how you get in:"
        : "These stand, because they go on over several days or are agreed with the space. Ask the space how you get in:",
    findOther: "Find another time",
    seeCalendar: "See the calendar",
  },
});
