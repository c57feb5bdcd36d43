import { catalogue } from "../../../platform/language/language.ts";

type Counted = { title: string; count: number };
type Line = { title: string; when: string; place: string };

/** What is written to somebody who registered for several events in one go. */
export const jointLetterTexts = catalogue<{
  subject: (of: Counted) => string;
  intro: (of: Counted & { waiting: number }) => string;
  has: (of: Line & { codes: string[] }) => string;
  waits: (of: Line & { number: number }) => string;
  giveBack: string;
  see: string;
}>({
  nb: {
    subject: ({ title, count }) => (count === 0 ? `Du står på venteliste: ${title}` : `Du er påmeldt: ${title}`),
    intro: ({ count, waiting }) =>
      [
        count === 1 ? "Du har plass på ett arrangement." : `Du har plass på ${count} arrangementer.`,
        waiting === 0 ? "" : waiting === 1 ? "På ett står du på venteliste." : `På ${waiting} står du på venteliste.`,
        count === 0 ? "" : "QR-kodene ligger ved, og kalenderfila legger tidene i kalenderen din.",
      ]
        .filter(Boolean)
        .join(" "),
    has: ({ title, when, place, codes }) => `${[title, when, place].filter(Boolean).join(", ")}. Kode: ${codes.join(", ")}`,
    waits: ({ title, when, place, number }) => `${[title, when, place].filter(Boolean).join(", ")}. Du er nummer ${number} på ventelista.`,
    giveBack: "Kan du ikke komme på noe av det, gi den plassen tilbake. De andre beholder du.",
    see: "Se alt du er påmeldt",
  },
  nn: {
    subject: ({ title, count }) => (count === 0 ? `Du står på venteliste: ${title}` : `Du er påmeld: ${title}`),
    intro: ({ count, waiting }) =>
      [
        count === 1 ? "Du har plass på eitt arrangement." : `Du har plass på ${count} arrangement.`,
        waiting === 0 ? "" : waiting === 1 ? "På eitt står du på venteliste." : `På ${waiting} står du på venteliste.`,
        count === 0 ? "" : "QR-kodane ligg ved, og kalenderfila legg tidene i kalenderen din.",
      ]
        .filter(Boolean)
        .join(" "),
    has: ({ title, when, place, codes }) => `${[title, when, place].filter(Boolean).join(", ")}. Kode: ${codes.join(", ")}`,
    waits: ({ title, when, place, number }) => `${[title, when, place].filter(Boolean).join(", ")}. Du er nummer ${number} på ventelista.`,
    giveBack: "Kan du ikkje kome på noko av det, gi den plassen tilbake. Dei andre held du på.",
    see: "Sjå alt du er påmeld",
  },
  en: {
    subject: ({ title, count }) => (count === 0 ? `You are on the waiting list: ${title}` : `You are registered: ${title}`),
    intro: ({ count, waiting }) =>
      [
        count === 1 ? "You have a place at one event." : `You have a place at ${count} events.`,
        waiting === 0 ? "" : waiting === 1 ? "For one you are on the waiting list." : `For ${waiting} you are on the waiting list.`,
        count === 0 ? "" : "The QR codes are attached, and the calendar file puts the times in your calendar.",
      ]
        .filter(Boolean)
        .join(" "),
    has: ({ title, when, place, codes }) => `${[title, when, place].filter(Boolean).join(", ")}. Code: ${codes.join(", ")}`,
    waits: ({ title, when, place, number }) =>
      `${[title, when, place].filter(Boolean).join(", ")}. You are number ${number} on the waiting list.`,
    giveBack: "If you cannot come to one of them, give that place back. You keep the others.",
    see: "See all you are registered for",
  },
});
