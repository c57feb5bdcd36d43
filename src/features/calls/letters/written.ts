import type { Language } from "../../../platform/language/language.ts";
import type { Outcome } from "../submissions/outcome.ts";
import { callLetterTexts } from "./letter-texts.ts";

/** A letter about a call: what it says, and the page it leads to, without a language. */
export interface Written {
  subject: string;
  lines: string[];
  link: { label: string; path: string };
}

type About = { title: string; call: string; runner: string };

/** The receipt of whoever has delivered. */
export function receiptLetter(language: Language, about: About & { when: string; isLate: boolean; until: string }, path: string): Written {
  const text = callLetterTexts[language];
  const told = text.received(about);
  return {
    subject: told.subject,
    lines: [told.text, ...(about.isLate ? [] : [told.change])],
    link: { label: text.seeSubmission, path },
  };
}

/** The reminder of whoever has a draft. */
export function reminderLetter(language: Language, about: About & { until: string }, path: string): Written {
  const text = callLetterTexts[language];
  const told = text.reminder(about);
  return { subject: told.subject, lines: [told.text, told.saved], link: { label: text.goOn, path } };
}

/** What a juror has to read, now that a phase is open. */
export function juryLetter(language: Language, about: Omit<About, "title"> & { phase: string; count: number }): Written {
  const text = callLetterTexts[language];
  const told = text.assigned(about);
  return { subject: told.subject, lines: [told.text, told.conflict], link: { label: text.seeReviews, path: "/me/reviews" } };
}

/** What came of a submission. @param appeal how one complains, for those who are declined */
export function decisionLetter(
  language: Language,
  { outcome, reason, appeal, ...about }: About & { outcome: Outcome; reason: string | null; appeal: string },
  path: string,
): Written {
  const text = callLetterTexts[language];
  const told = text.decision[outcome](about);
  return {
    subject: told.subject,
    lines: [told.text, ...(reason === null ? [] : [text.reason(reason)]), ...(outcome === "declined" && appeal ? [appeal] : [])],
    link: { label: text.seeSubmission, path },
  };
}
