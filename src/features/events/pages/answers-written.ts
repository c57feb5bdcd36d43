import type { Problem } from "../../../interface/api-client.ts";
import type { Written } from "../../../interface/form-values.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { AnswerValue } from "../questions/question.ts";
import { answerWords } from "./answer-words.ts";
import type { ShownEvent } from "./load-event.ts";

export type ShownQuestion = ShownEvent["questions"][number];
export type FieldError = { field: string; message: string };

/** What a question's field is called; of another place than the first with that one's ticket. */
export function answerField(key: string, ticketId?: string): string {
  return ticketId === undefined ? `answer-${key}` : `answer-${key}-${ticketId}`;
}

/** What was written in the fields of questions, as the API takes it; what is empty takes an answer back. */
export function answersWritten(
  questions: readonly ShownQuestion[],
  written: Written,
  ticketId?: string,
): Record<string, AnswerValue | null> {
  return Object.fromEntries(questions.map((question) => [question.key, answerIn(question, written[answerField(question.key, ticketId)])]));
}

function answerIn({ kind }: ShownQuestion, values: string[] = []): AnswerValue | null {
  const first = values[0]?.trim() ?? "";
  if (kind === "several") return values.length === 0 ? null : values;
  if (kind === "consent") return first === "" ? null : true;
  if (first === "") return null;
  if (kind === "yes_no") return first === "yes";
  // what is no number goes as it is written, and is refused
  const number = Number(first.replace(",", ".").replaceAll(/\s/g, ""));
  return kind === "number" && Number.isFinite(number) ? number : first;
}

/** How an answer stands in its field. */
export function writtenAnswer(value: AnswerValue | undefined, language: Language): string[] {
  if (value === undefined) return [];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  if (typeof value === "number") return [language === "en" ? String(value) : String(value).replace(".", ",")];
  return Array.isArray(value) ? value : [value];
}

export type WrongAnswer = { key: string; reason: string; ticketId?: string };

/** Errors at their fields, when a refusal is about answers. */
export function answerErrors({ code, details }: Problem, language: Language): FieldError[] {
  if (!code.startsWith("event_question.")) return [];
  return errorsAt((details?.answers ?? []) as WrongAnswer[], language);
}

/** What is wrong with answers, each at its field. */
export function errorsAt(answers: readonly WrongAnswer[], language: Language): FieldError[] {
  const { reasons } = answerWords[language];
  return answers.map(({ key, reason, ticketId }) => ({
    field: answerField(key, ticketId),
    message: reasons[reason] ?? "",
  }));
}
