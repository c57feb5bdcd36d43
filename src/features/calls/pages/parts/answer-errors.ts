import type { Problem } from "../../../../interface/api-client.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { applyWords } from "../apply-words.ts";

/** How the API calls a field ("answers.idea"), and how the form does ("q-idea"), with what is wrong in words. */
export function errorsOf(problem: Problem, language: Language): { field: string; message: string }[] {
  const faults: Record<string, string> = applyWords[language].faults;
  const errors = (problem.errors ?? []).map(({ field, code, message }) => {
    const [area = "", id = ""] = field.split(".");
    return { field: area === "answers" ? `q-${id}` : area, message: faults[code] ?? message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
