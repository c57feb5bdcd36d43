import type { Problem } from "../../../../interface/api-client.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { requestWords } from "../request-words.ts";

// how the API calls a field, and how the form does
const named: Record<string, string> = { startsAt: "from", endsAt: "to", rooms: "room", termsVersion: "terms" };
// what a rule is about
const about: Record<string, string> = {
  "hire.wrong_time": "day",
  "hire.too_many_people": "people",
  "hire.not_offered": "room",
  "hire.terms_replaced": "terms",
  "organization.wrong_number": "organizationNumber",
};

export type FormError = { field: string; message: string };

/** What stops a request, by the fields of the form. */
export function requestErrors(problem: Problem, language: Language): FormError[] {
  const field = about[problem.code];
  if (field) return [{ field, message: problem.title }];
  const errors = (problem.errors ?? []).map(({ field: name, message }) => {
    const of = /^extras/.test(name) ? "extras" : (named[name] ?? name);
    return { field: of, message: of === "terms" ? requestWords[language].acceptMissing : message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}

/** What the fields are called. */
export function requestLabels(language: Language): Record<string, string> {
  const { rooms, day, from, to, people, purpose, extras, contactName, email, organizationNumber } = requestWords[language];
  return { room: rooms, day, from, to, people, purpose, extras, contactName, email, organizationNumber };
}
