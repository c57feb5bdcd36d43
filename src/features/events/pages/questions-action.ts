import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { QuestionKind } from "../questions/question.ts";
import type { EventQuestionApi } from "../questions/routes.ts";
import type { FieldError, ShownQuestion } from "./answers-written.ts";

/** What the page of questions shows when something was not done, or when another question is wanted. */
export interface QuestionsShown {
  written: Written;
  problem?: Problem;
  errors: FieldError[];
}

/** Saves what the event asks; "another" only makes room for one more, and nothing written is lost. */
export async function askQuestions(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const count = countIn(written);
  if (oneOf(written, "act") === "add") return { written: { ...written, count: [String(count + 1)] }, errors: [] } satisfies QuestionsShown;
  const rows = rowsOf(count).filter((row) => ["nb", "nn", "en"].some((language) => oneOf(written, `label-${row}-${language}`) !== ""));
  const { problem } = await attempt(
    client<EventQuestionApi>(visit).events[":id"].questions.$put({
      param: { id },
      json: { questions: rows.map((row) => questionIn(written, row)), answersKeptDays: wholeOf(oneOf(written, "keptDays")) },
    }),
  );
  if (problem) return data<QuestionsShown>({ written, problem, errors: errorsOf(problem, rows) }, { status: problem.status });
  throw redirect(`/${visit.language}/events/${id}/questions?did=saved`, 303);
}

/** The numbers of the form's questions. */
export function rowsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

export function countIn(written: Written): number {
  const count = Number(oneOf(written, "count"));
  return Number.isInteger(count) && count > 0 && count <= 50 ? count : 1;
}

function questionIn(written: Written, row: string) {
  const text = (name: string) => oneOf(written, `${name}-${row}`);
  const inEach = (name: string) => {
    const [nb, nn, en] = ["nb", "nn", "en"].map((language) => oneOf(written, `${name}-${row}-${language}`));
    return { ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }) };
  };
  const label = inEach("label");
  const kind = text("kind") as QuestionKind;
  const hasOptions = kind === "choice" || kind === "several";
  return {
    ...(text("key") && { key: text("key") }),
    kind,
    label,
    text: inEach("text"),
    options: hasOptions
      ? text("options")
          .split("\n")
          .map((option) => option.trim())
          .filter(Boolean)
      : [],
    isRequired: written[`required-${row}`] !== undefined,
    isPersonal: written[`personal-${row}`] !== undefined,
    isOfPlace: written[`ofPlace-${row}`] !== undefined,
  };
}

/** The questions as they are asked now, as they stand in the form, with room for one more. */
export function writtenQuestions(questions: readonly ShownQuestion[], answersKeptDays: number): Written {
  const written: Written = { count: [String(questions.length + 1)], keptDays: [String(answersKeptDays)] };
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined) written[name] = [value];
  };
  for (const [index, question] of questions.entries()) {
    const row = index + 1;
    set(`key-${row}`, question.key);
    set(`kind-${row}`, question.kind);
    set(`options-${row}`, question.options.join("\n"));
    for (const language of ["nb", "nn", "en"] as const) {
      set(`label-${row}-${language}`, question.label[language]);
      set(`text-${row}-${language}`, question.text[language]);
    }
    set(`required-${row}`, question.isRequired ? "on" : undefined);
    set(`personal-${row}`, question.isPersonal ? "on" : undefined);
    set(`ofPlace-${row}`, question.isOfPlace ? "on" : undefined);
  }
  set(`personal-${questions.length + 1}`, "on");
  return written;
}

/** How the API calls a field ("questions.0.options"), and how the form does ("options-1"). */
function errorsOf(problem: Problem, rows: string[]): FieldError[] {
  const errors = (problem.errors ?? []).map(({ field, message }) => {
    const [list = "", index = "", part = "", language = "nb"] = field.split(/[.[\]]+/);
    if (list !== "questions") return { field: "keptDays", message };
    const row = rows[Number(index)] ?? "1";
    if (part === "options") return { field: `options-${row}`, message };
    return { field: `${part === "text" ? "text" : "label"}-${row}-${language}`, message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
