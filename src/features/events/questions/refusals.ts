import type { Texts } from "../../../platform/database/schema.ts";
import { defineRefusals } from "../../../platform/refusal/refusal.ts";
import type { WrongAnswer } from "./question.ts";

type Told = { answers: WrongAnswer[] };
type Language = keyof Texts & ("nb" | "nn" | "en");

/** What answering an event's questions does not allow: told in the questions' own words. */
export const questionRefusals = defineRefusals("event_question", {
  notAnswered: {
    status: 400,
    texts: {
      nb: (d: Told) => `Svar på ${labels(d, "nb")} før du melder deg på.`,
      nn: (d: Told) => `Svar på ${labels(d, "nn")} før du melder deg på.`,
      en: (d: Told) => `Answer ${labels(d, "en")} before you register.`,
    },
  },
  doesNotFit: {
    status: 400,
    texts: {
      nb: (d: Told) => `Svaret på ${labels(d, "nb")} passer ikke til spørsmålet.`,
      nn: (d: Told) => `Svaret på ${labels(d, "nn")} passar ikkje til spørsmålet.`,
      en: (d: Told) => `The answer to ${labels(d, "en")} does not fit the question.`,
    },
  },
  sameKey: {
    status: 400,
    texts: {
      nb: "To spørsmål kan ikke ha samme nøkkel.",
      nn: "To spørsmål kan ikkje ha same nøkkel.",
      en: "Two questions cannot have the same key.",
    },
  },
});

function labels({ answers }: Told, language: Language): string {
  const quoted = answers.map(({ label }) => {
    const text = label[language] ?? label.nb ?? label.nn ?? label.en ?? "";
    return language === "en" ? `“${text}”` : `«${text}»`;
  });
  return new Intl.ListFormat(language).format(quoted);
}
