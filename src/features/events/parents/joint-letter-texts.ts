import { catalogue } from "../../../platform/language/language.ts";

type Counted = { title: string; count: number };
type Line = { title: string; when: string; place: string };

/** What is written to somebody who registered for several events in one go. */
export const jointLetterTexts = catalogue<{
  subject: (of: Counted) => string;
  intro: (of: Counted & { waiting: number; asked: number }) => string;
  has: (of: Line & { codes: string[] }) => string;
  waits: (of: Line & { number: number }) => string;
  /** Who runs the event has not answered yet. */
  asked: (of: Line) => string;
  giveBack: string;
  see: string;
}>({
  nb: {
    subject: ({ title, count }) => (count === 0 ? `Du har bedt om plass: ${title}` : `Du er påmeldt: ${title}`),
    intro: ({ count, waiting, asked }) =>
      [
        count === 1 ? "Du har plass på ett arrangement." : `Du har plass på ${count} arrangementer.`,
        waiting === 0 ? "" : waiting === 1 ? "På ett står du på venteliste." : `På ${waiting} står du på venteliste.`,
        asked === 0
          ? ""
          : asked === 1
            ? "På ett venter du på svar fra dem som arrangerer."
            : `På ${asked} venter du på svar fra dem som arrangerer.`,
        count === 0 ? "" : "QR-kodene ligger ved, og kalenderfila legger tidene i kalenderen din.",
      ]
        .filter(Boolean)
        .join(" "),
    has: ({ title, when, place, codes }) => `${[title, when, place].filter(Boolean).join(", ")}. Kode: ${codes.join(", ")}`,
    waits: ({ title, when, place, number }) => `${[title, when, place].filter(Boolean).join(", ")}. Du er nummer ${number} på ventelista.`,
    asked: ({ title, when, place }) =>
      `${[title, when, place].filter(Boolean).join(", ")}. De som arrangerer, har ikke svart ennå; plassen holdes til de gjør det.`,
    giveBack: "Kan du ikke komme på noe av det, gi den plassen tilbake. De andre beholder du.",
    see: "Se alt du er påmeldt",
  },
  nn: {
    subject: ({ title, count }) => (count === 0 ? `Du har bede om plass: ${title}` : `Du er påmeld: ${title}`),
    intro: ({ count, waiting, asked }) =>
      [
        count === 1 ? "Du har plass på eitt arrangement." : `Du har plass på ${count} arrangement.`,
        waiting === 0 ? "" : waiting === 1 ? "På eitt står du på venteliste." : `På ${waiting} står du på venteliste.`,
        asked === 0
          ? ""
          : asked === 1
            ? "På eitt ventar du på svar frå dei som arrangerer."
            : `På ${asked} ventar du på svar frå dei som arrangerer.`,
        count === 0 ? "" : "QR-kodane ligg ved, og kalenderfila legg tidene i kalenderen din.",
      ]
        .filter(Boolean)
        .join(" "),
    has: ({ title, when, place, codes }) => `${[title, when, place].filter(Boolean).join(", ")}. Kode: ${codes.join(", ")}`,
    waits: ({ title, when, place, number }) => `${[title, when, place].filter(Boolean).join(", ")}. Du er nummer ${number} på ventelista.`,
    asked: ({ title, when, place }) =>
      `${[title, when, place].filter(Boolean).join(", ")}. Dei som arrangerer, har ikkje svara enno; plassen blir halden til dei gjer det.`,
    giveBack: "Kan du ikkje kome på noko av det, gi den plassen tilbake. Dei andre held du på.",
    see: "Sjå alt du er påmeld",
  },
  en: {
    subject: ({ title, count }) => (count === 0 ? `You have asked for a place: ${title}` : `You are registered: ${title}`),
    intro: ({ count, waiting, asked }) =>
      [
        count === 1 ? "You have a place at one event." : `You have a place at ${count} events.`,
        waiting === 0 ? "" : waiting === 1 ? "For one you are on the waiting list." : `For ${waiting} you are on the waiting list.`,
        asked === 0
          ? ""
          : asked === 1
            ? "For one you wait for an answer from those who hold it."
            : `For ${asked} you wait for an answer from those who hold them.`,
        count === 0 ? "" : "The QR codes are attached, and the calendar file puts the times in your calendar.",
      ]
        .filter(Boolean)
        .join(" "),
    has: ({ title, when, place, codes }) => `${[title, when, place].filter(Boolean).join(", ")}. Code: ${codes.join(", ")}`,
    waits: ({ title, when, place, number }) =>
      `${[title, when, place].filter(Boolean).join(", ")}. You are number ${number} on the waiting list.`,
    asked: ({ title, when, place }) =>
      `${[title, when, place].filter(Boolean).join(", ")}. Those who hold it have not answered yet; the place is kept until they do.`,
    giveBack: "If you cannot come to one of them, give that place back. You keep the others.",
    see: "See all you are registered for",
  },
});
