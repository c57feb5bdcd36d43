import type { Problem } from "../../../interface/api-client.ts";
import type { Language } from "../../../platform/language/language.ts";
import { accountWords } from "./account-words.ts";

/** What was wrong with hours, said in hours: the API counts minutes, and who typed 25 hours is not helped by 1440. */
export function inHours(problem: Problem, language: Language): Problem {
  if (!problem.errors) return problem;
  const errors = problem.errors.map((error) =>
    error.field.endsWith(".minutes") ? { ...error, message: accountWords[language].hoursWrong } : error,
  );
  return { ...problem, errors };
}
