import type { Problem } from "../../../../interface/api-client.ts";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { hireWords } from "../hire-words.ts";
import { requestWords } from "../request-words.ts";
import { missingTimes } from "./missing-times.ts";

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

/** What stops a request, by the fields of the form and in their order. */
export function requestErrors(problem: Problem, written: Written, language: Language): FormError[] {
  const field = about[problem.code];
  if (field) return [{ field, message: problem.title }];
  const told = (problem.errors ?? []).map(({ field: name, message }) => ({
    field: /^extras/.test(name) ? "extras" : (named[name] ?? name),
    message,
  }));
  const missing = missingTimes(written, ["day", "from", "to"], language);
  const errors = told.flatMap((error) => {
    if (error.field === "terms") return [{ ...error, message: requestWords[language].acceptMissing }];
    if (error.field === "room" && oneOf(written, "room") === "") return [{ ...error, message: hireWords[language].chooseRoom }];
    return ["from", "to"].includes(error.field) && missing.length > 0 ? missing : [error];
  });
  const order = Object.keys(requestLabels(language));
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Map(errors.map((error) => [error.field, error])).values()].toSorted((a, b) => place(a.field) - place(b.field));
}

/** What the fields are called, in the order of the form. */
export function requestLabels(language: Language): Record<string, string> {
  const text = requestWords[language];
  const { rooms, day, from, to, people, purpose, extras, note, contactName, email, organizationName, organizationNumber, invoiceAddress } =
    text;
  const [wishes, who] = [
    { people, purpose, extras, note },
    { contactName, email, organizationName, organizationNumber, invoiceAddress },
  ];
  return { room: rooms, day, from, to, ...wishes, ...who };
}
