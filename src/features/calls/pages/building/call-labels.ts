import type { Language } from "../../../../platform/language/language.ts";
import { buildWords } from "./build-words.ts";
import { questionWords } from "./question-words.ts";

/**
 * What a field of the form of a call is called where it is spoken of far from it: "phases.1.criteria.2.weight" is "Fase 1, Kriterium 2,
 * Teller". `before` phases come before those of the form.
 */
export function callLabel(field: string, before: number, language: Language): string | undefined {
  const text = buildWords[language];
  const [, name = "", of] = /^(.*?)(?:\.(nb|nn|en))?$/.exec(field.replaceAll(/\.\d+/g, "")) ?? [];
  const label = labelsOf(language)[name];
  if (label === undefined) return undefined;
  const said = of && label ? text.inLanguage({ label, language: text.languages[of as Language] }) : label;
  return [...rowsIn(field, before, language), said].filter(Boolean).join(", ");
}

function labelsOf(language: Language): Record<string, string> {
  const { kind, title, about, opensOn, clock, closesOn, closesAt, timeZone, grace, jurors, event, sponsorText, appeal } =
    buildWords[language];
  const asks = questionWords[language];
  const rules = Object.entries(asks.rules).map(([rule, label]) => [`rules.${rule}`, label]);
  const whole = { kind, title, descriptions: about, opensOn, opensAt: clock, closesOn, closesAt, timeZone, graceMinutes: grace };
  return {
    ...Object.fromEntries(rules),
    ...{ ...whole, jurors, event, appealNotes: appeal },
    ...{ "questions.kind": asks.kind, "questions.label": asks.label, "questions.hint": asks.hint },
    ...{ "questions.options": asks.options, "questions.most": asks.most },
    ...{ "phases.name": asks.phaseName, "phases.criteria.name": asks.criterionName, "phases.criteria.description": asks.criterionAbout },
    ...{ "phases.criteria.weight": asks.weight, "phases.criteria.least": asks.least, "phases.criteria.most": asks.highest },
    // the row of a sponsor is its name
    ...{ "sponsors.name": "", "sponsors.text": sponsorText },
  };
}

/** The rows a field stands in, from the outermost. */
function rowsIn(field: string, before: number, language: Language): string[] {
  const asks = questionWords[language];
  const called: Record<string, (row: number) => string> = {
    questions: (row) => asks.question({ number: String(row) }),
    phases: (row) => asks.phase({ number: String(before + row) }),
    criteria: (row) => asks.criterion({ number: String(row) }),
    sponsors: (row) => `${buildWords[language].sponsor} ${row}`,
  };
  return [...field.matchAll(/([a-z]+)\.(\d+)/g)].flatMap(([, list = "", row]) => called[list]?.(Number(row)) ?? []);
}
