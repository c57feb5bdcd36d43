import { inWordsFirst } from "../../../interface/format.ts";
import { catalogue } from "../../../platform/language/language.ts";

type Count = { count: number };
type Times = { times: string };

/** What the calendar's script says. */
export const calendarWords = catalogue({
  nb: {
    news: ({ count }: Count) =>
      `${inWordsFirst(count, "nb")} ${count === 1 ? "booking er ny eller endret" : "bookinger er nye eller endret"}.`,
    show: ({ count }: Count): string => (count === 1 ? "Vis den" : "Vis dem"),
    moving: ({ times }: Times) => `${times}. Enter lagrer, Escape angrer.`,
    put: "Tida står der den stod.",
  },
  nn: {
    news: ({ count }: Count) =>
      `${inWordsFirst(count, "nn")} ${count === 1 ? "booking er ny eller endra" : "bookingar er nye eller endra"}.`,
    show: ({ count }: Count): string => (count === 1 ? "Vis han" : "Vis dei"),
    moving: ({ times }: Times) => `${times}. Enter lagrar, Escape angrar.`,
    put: "Tida står der ho stod.",
  },
  en: {
    news: ({ count }: Count) =>
      `${inWordsFirst(count, "en")} ${count === 1 ? "booking is new or changed" : "bookings are new or changed"}.`,
    show: ({ count }: Count): string => (count === 1 ? "Show it" : "Show them"),
    moving: ({ times }: Times) => `${times}. Enter saves, Escape undoes.`,
    put: "The time is where it was.",
  },
});
