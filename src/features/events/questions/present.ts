import type { AnswerRow, ChoiceCount } from "./queries.ts";
import type { AnswerValue, Question } from "./question.ts";

type Answers = Record<string, AnswerValue>;

export function presentQuestion({ id: _, ...question }: Question) {
  return question;
}

/** The answers of a registration, and of its other places by ticket. */
export function answersOf({ id, answers }: { id: string; answers: AnswerRow[] }): { answers: Answers; tickets: Record<string, Answers> } {
  const abouts = Map.groupBy(answers, ({ aboutId }) => aboutId);
  const by = (rows: AnswerRow[]) => Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  const tickets = [...abouts].filter(([aboutId]) => aboutId !== id).map(([aboutId, rows]) => [aboutId, by(rows)]);
  return { answers: by(abouts.get(id) ?? []), tickets: Object.fromEntries(tickets) };
}

/** A question with how many answered, and how many chose what, the most chosen first. */
export function presentCounts(question: Question, counts: ChoiceCount[]) {
  const own = counts.filter(({ questionId }) => questionId === question.id);
  const sums = new Map<string, number>();
  for (const { choice, count } of own) sums.set(choice, (sums.get(choice) ?? 0) + count);
  const choices = [...sums].filter(([choice]) => choice !== "").map(([choice, count]) => ({ choice, count }));
  return {
    ...presentQuestion(question),
    answered: sums.get("") ?? 0,
    choices: choices.sort((one, other) => other.count - one.count || (one.choice < other.choice ? -1 : 1)),
  };
}
