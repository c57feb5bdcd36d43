import type { Language } from "../../../platform/language/language.ts";
import { baselineWords } from "./baseline-words.ts";
import { startupWords } from "./startup-words.ts";

/** What is asked of how a startup stands on a day. */
export function figureLabels(language: Language) {
  const { date, heads, fte, turnover, capital, status } = startupWords[language];
  return { date, jobsHeads: heads, jobsFte: fte, turnover, capitalRaised: capital, status };
}

/** What is asked of a startup that is taken in. */
export function enrollingLabels(language: Language) {
  const { number, companyName, intake, adviserEmail } = startupWords[language];
  return { organizationNumber: number, name: companyName, intake, adviserEmail };
}

/** What is asked of when it came in, and how and when it ended. */
export function changeLabels(language: Language) {
  const { intake, exitType, exit, lastEvidence, adviserEmail } = startupWords[language];
  return { intake, exitType, exit, lastEvidence, adviserEmail };
}

/** How it stood when it came in; far from its own heading, with it. */
export function baselineLabels(language: Language) {
  const { baseline, heads, fte, turnover } = baselineWords[language];
  const of = (label: string) => `${baseline}, ${label}`;
  return { "baseline-heads": of(heads), "baseline-fte": of(fte), "baseline-turnover": of(turnover) };
}

/** Every field of a startup's page, for the list of what is wrong. */
export function startupLabels(milestones: readonly { id: string; title: string }[], language: Language): Record<string, string> {
  const { takeBackReason: reason, note: text, milestone: title, due: dueOn, evidence } = startupWords[language];
  const reached = milestones.map((one) => [`evidence-${one.id}`, `${one.title}, ${evidence}`]);
  const forms = { ...figureLabels(language), ...changeLabels(language), ...baselineLabels(language) };
  return { ...forms, reason, text, title, dueOn, ...Object.fromEntries(reached) };
}
