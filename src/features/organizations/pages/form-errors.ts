import type { Problem } from "../../../interface/api-client.ts";

export type FormErrors = { field: string; message: string }[];

// Refusals that are about one field; the others stand above the form.
const fields: Record<string, string> = {
  "organization.number_taken": "organizationNumber",
  "organization.wrong_number": "organizationNumber",
  "organization.name_needed": "name",
  "organization.municipality_unknown": "municipalityNumber",
  "organization.email_taken": "email",
  "organization.already_held": "role",
  "organization.not_a_network": "role",
  "organization.wrong_code": "code",
  "access.not_here": "organization",
};

/** What is wrong with a form, one line per field; `names` turns the API's fields into the form's where they differ. */
export function formErrors(problem: Problem | undefined, names: Record<string, string> = {}): FormErrors {
  if (!problem) return [];
  const said = problem.errors?.map(({ field, message }) => ({ field, message })) ?? [
    { field: fields[problem.code] ?? "content", message: problem.title },
  ];
  const named = said.map(({ field, message }) => ({ field: names[field] ?? field.split(".")[0] ?? field, message }));
  return named.filter(({ field }, place) => named.findIndex((other) => other.field === field) === place);
}

/** The error of one field, if it has one. */
export function errorOf(errors: FormErrors, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
