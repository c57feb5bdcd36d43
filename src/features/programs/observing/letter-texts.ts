import { catalogue } from "../../../platform/language/language.ts";

type About = { startup: string; program: string };

/** What a founder is asked once a year. */
export const observationLetterTexts = catalogue({
  nb: {
    subject: (f: About) => `To minutter om ${f.startup}`,
    text: (f: About) =>
      `${f.program} følger dem det hjalp i gang. Hvor mange er dere nå, og hvordan går det? Fem felter, og tallene fra sist står der.`,
    last: (f: { heads: string; day: string }) => `Sist (${f.day}) var dere ${f.heads}.`,
    open: (f: { days: number }) => `Lenken er din, og virker i ${f.days} dager uten innlogging.`,
    answer: "Svar på to minutter",
  },
  nn: {
    subject: (f: About) => `To minutt om ${f.startup}`,
    text: (f: About) =>
      `${f.program} følgjer dei det hjelpte i gang. Kor mange er de no, og korleis går det? Fem felt, og tala frå sist står der.`,
    last: (f: { heads: string; day: string }) => `Sist (${f.day}) var de ${f.heads}.`,
    open: (f: { days: number }) => `Lenkja er di, og verkar i ${f.days} dagar utan innlogging.`,
    answer: "Svar på to minutt",
  },
  en: {
    subject: (f: About) => `Two minutes about ${f.startup}`,
    text: (f: About) =>
      `${f.program} follows those it helped on. How many are you now, and how is it going? Five fields, with your last figures beside them.`,
    last: (f: { heads: string; day: string }) => `Last time (${f.day}) you were ${f.heads}.`,
    open: (f: { days: number }) => `The link is yours, and works for ${f.days} days without signing in.`,
    answer: "Answer in two minutes",
  },
});
