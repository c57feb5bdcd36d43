import type { Texts } from "../../../platform/database/schema.ts";

export const questionKinds = ["text", "choice", "several", "number", "yes_no", "consent"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What somebody answered: a text, one or several of the options, a number, yes or no, or that they agree. */
export type AnswerValue = string | number | boolean | string[];

/** What an event asks those who register. */
export interface Question {
  id: string;
  key: string;
  /** Of a consent: which wording. */
  version: number;
  kind: QuestionKind;
  label: Texts;
  /** What helps to answer; of a consent what one agrees to. */
  text: Texts;
  options: string[];
  isRequired: boolean;
  /** Erased some time after the event. */
  isPersonal: boolean;
  /** Asked of each place, and not once of the whole registration. */
  isOfPlace: boolean;
}

/** Why an answer does not do. */
export type AnswerReason = "missing" | "unknown" | "text" | "choice" | "number" | "yes_no" | "own";
export interface WrongAnswer {
  key: string;
  label: Texts;
  reason: AnswerReason;
  /** When it is about another place than the first one. */
  ticketId?: string;
}

export const longestAnswer = 1_000;

/** What is wrong with answers that were given; a question that is not answered is no matter here. */
export function wrongAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, AnswerValue | null>>,
  isByOneself: boolean,
): WrongAnswer[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const question = questions.find((one) => one.key === key);
    if (!question) return [{ key, label: { nb: key }, reason: "unknown" as const }];
    const reason = value === null ? undefined : reasonAgainst(question, value, isByOneself);
    return reason ? [{ key, label: question.label, reason }] : [];
  });
}

function reasonAgainst({ kind, options }: Question, value: AnswerValue, isByOneself: boolean): AnswerReason | undefined {
  switch (kind) {
    case "text":
      return typeof value === "string" && value.length <= longestAnswer ? undefined : "text";
    case "choice":
      return typeof value === "string" && options.includes(value) ? undefined : "choice";
    case "several":
      return Array.isArray(value) && value.every((one) => options.includes(one)) ? undefined : "choice";
    case "number":
      return typeof value === "number" ? undefined : "number";
    case "yes_no":
      return typeof value === "boolean" ? undefined : "yes_no";
    case "consent":
      if (typeof value !== "boolean") return "yes_no";
      // nobody agrees on behalf of another
      return isByOneself ? undefined : "own";
  }
}

/** Required questions that are not answered. @param answered the keys of those that are */
export function missingAnswers(questions: readonly Question[], answered: ReadonlySet<string>): WrongAnswer[] {
  return questions
    .filter(({ key, isRequired }) => isRequired && !answered.has(key))
    .map(({ key, label }) => ({ key, label, reason: "missing" }));
}

/** Whether something is said at all: an empty text, no option, or a consent that is not given answers nothing. */
export function isAnswer(kind: QuestionKind, value: AnswerValue | null): value is AnswerValue {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return false;
  return kind !== "consent" || value === true;
}
