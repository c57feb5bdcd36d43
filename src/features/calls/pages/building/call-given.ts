import { momentAt, oneOf, type Written, wholeOf } from "../../../../interface/form-values.ts";
import { languages } from "../../../../platform/language/language.ts";
import type { QuestionKind } from "../../submissions/question-kinds.ts";
import { optionsIn } from "./options-written.ts";
import { rowsOf } from "./rows.ts";
import { isSaid, textsIn } from "./texts-written.ts";

type Before = readonly { id: string; options: { id: string; label: Texts }[] }[];
type Texts = ReturnType<typeof textsIn>;

export const withOptions: readonly QuestionKind[] = ["choice", "several"];
export const withMost: readonly QuestionKind[] = ["text", "long_text", "number"];

/** What is said of the call itself, as it stands in the form. */
export function factsIn(written: Written) {
  return {
    title: textsIn(written, "title"),
    descriptions: textsIn(written, "descriptions"),
    graceMinutes: oneOf(written, "graceMinutes") === "" ? 0 : wholeOf(oneOf(written, "graceMinutes")),
    appealNotes: textsIn(written, "appealNotes"),
    sponsors: sentSponsors(written).map((row) => {
      const [name, text] = [oneOf(written, `sponsors.${row}.name`), oneOf(written, `sponsors.${row}.text`)];
      return { name, ...(text && { text }) };
    }),
    event: oneOf(written, "event") || null,
  };
}

/** When the call opens and closes, by the clocks of its zone; the opening is left out where none is written. */
export function windowIn(written: Written) {
  const zone = oneOf(written, "timeZone") || "Europe/Oslo";
  const opens = oneOf(written, "opensOn");
  return {
    ...(opens && { opensAt: momentAt(opens, oneOf(written, "opensAt"), zone) }),
    closesAt: momentAt(oneOf(written, "closesOn"), oneOf(written, "closesAt"), zone),
    timeZone: zone,
  };
}

/** The questions of the form. What there was before keeps its keys. */
export function questionsIn(written: Written, before: Before) {
  return sentQuestions(written).map((row) => {
    const name = `questions.${row}`;
    const [id, kind, most] = [oneOf(written, `${name}.id`), kindIn(written, row), oneOf(written, `${name}.most`)];
    const known = before.find((question) => question.id === id);
    return {
      ...(id && { id }),
      kind,
      label: textsIn(written, `${name}.label`),
      hint: textsIn(written, `${name}.hint`),
      isRequired: written[`${name}.isRequired`] !== undefined,
      identifies: written[`${name}.identifies`] !== undefined,
      options: withOptions.includes(kind) ? optionsIn(written, `${name}.options`, known?.options ?? []) : [],
      ...(most && withMost.includes(kind) && { most: wholeOf(most) }),
    };
  });
}

export function kindIn(written: Written, row: number): QuestionKind {
  return (oneOf(written, `questions.${row}.kind`) || "text") as QuestionKind;
}

/** The phases with their criteria. */
export function phasesIn(written: Written) {
  return sentPhases(written).map((row) => ({
    name: textsIn(written, `phases.${row}.name`),
    criteria: sentCriteria(written, row).map((criterion) => {
      const name = `phases.${row}.criteria.${criterion}`;
      return {
        name: textsIn(written, `${name}.name`),
        description: textsIn(written, `${name}.description`),
        weight: wholeOf(oneOf(written, `${name}.weight`)),
        least: wholeOf(oneOf(written, `${name}.least`)),
        most: wholeOf(oneOf(written, `${name}.most`)),
      };
    }),
  }));
}

/** The rows something is written on: an error of the API is told by its place among those that were sent. */
export function sentRows(written: Written): Record<string, number[]> {
  const phases = sentPhases(written);
  return {
    questions: sentQuestions(written),
    phases,
    sponsors: sentSponsors(written),
    ...Object.fromEntries(phases.map((row) => [`phases.${row}.criteria`, sentCriteria(written, row)])),
  };
}

function sentQuestions(written: Written): number[] {
  return rowsOf(written, "questions").filter((row) =>
    ["label", "hint", "options"].some((part) => isSaid(textsIn(written, `questions.${row}.${part}`))),
  );
}

function sentPhases(written: Written): number[] {
  return rowsOf(written, "phases").filter((row) => isSaid(textsIn(written, `phases.${row}.name`)) || sentCriteria(written, row).length > 0);
}

function sentCriteria(written: Written, phase: number): number[] {
  return rowsOf(written, `phases.${phase}.criteria`).filter((row) =>
    ["name", "description"].some((part) => isSaid(textsIn(written, `phases.${phase}.criteria.${row}.${part}`))),
  );
}

function sentSponsors(written: Written): number[] {
  return rowsOf(written, "sponsors").filter((row) => ["name", "text"].some((part) => oneOf(written, `sponsors.${row}.${part}`)));
}

/** Whether something is written in another language than the first, so that it is not folded away. */
export function isInOthers(written: Written, names: readonly string[]): boolean {
  return languages.slice(1).some((each) => names.some((name) => oneOf(written, `${name}.${each}`)));
}
