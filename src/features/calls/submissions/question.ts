import { isDay } from "../../../platform/time/day.ts";
import { readOrganizationNumber } from "../../organizations/index.ts";
import { type Answer, type Answers, type Fault, longestAnswer, type Question } from "./question-kinds.ts";

/** Whether nothing has been answered: an empty text and a box that is not ticked are no answer. */
export function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null || answer === false) return true;
  return typeof answer === "string" ? answer.trim() === "" : Array.isArray(answer) && answer.length === 0;
}

/** What is wrong with an answer as it is typed, or undefined. That one is missing is wrong only on delivery. */
export function faultOf(question: Question, answer: Answer | undefined): Fault | undefined {
  if (isEmpty(answer)) return undefined;
  switch (question.kind) {
    case "text":
    case "long_text":
      if (typeof answer !== "string") return "not_this_kind";
      return [...answer].length > (question.most ?? longestAnswer[question.kind]) ? "too_long" : undefined;
    case "number":
      if (typeof answer !== "number" || !Number.isFinite(answer)) return "invalid_number";
      return question.most !== undefined && answer > question.most ? "too_large" : undefined;
    case "date":
      return typeof answer === "string" && isDay(answer) ? undefined : "invalid_date";
    case "organization":
      return typeof answer === "string" && readOrganizationNumber(answer) !== undefined ? undefined : "invalid_organization";
    case "choice":
      return typeof answer === "string" && isOption(question, answer) ? undefined : "unknown_option";
    case "several":
      return Array.isArray(answer) && answer.every((each) => isOption(question, each)) ? undefined : "unknown_option";
    case "consent":
      return answer === true ? undefined : "not_this_kind";
    case "file":
      return typeof answer === "string" ? undefined : "not_this_kind";
  }
}

/** Everything that keeps answers from being delivered, in the order of the form. */
export function faultsOf(questions: readonly Question[], answers: Answers): { question: string; fault: Fault }[] {
  return questions.flatMap((question) => {
    const answer = answers[question.id];
    const fault = isEmpty(answer) ? (question.isRequired ? "required" : undefined) : faultOf(question, answer);
    return fault ? [{ question: question.id, fault }] : [];
  });
}

/** The answers a jury sees that is not to know who applies. */
export function blindAnswers(questions: readonly Question[], answers: Answers): Answers {
  const shown = questions.filter(({ identifies, kind }) => !identifies && kind !== "organization");
  return Object.fromEntries(shown.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
}

function isOption({ options }: Question, answer: string): boolean {
  return options.some(({ id }) => id === answer);
}
