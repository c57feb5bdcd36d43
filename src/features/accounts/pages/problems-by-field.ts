import type { Problem } from "../../../interface/api-client.ts";

/** A problem as a form shows it: the first message of each field the form has, and a sentence for all else. */
export function problemsByField(problem: Problem | undefined, fields: readonly string[]) {
  const known = (problem?.errors ?? []).filter(({ field }) => fields.includes(field));
  const errors = fields.flatMap((field) => known.find((error) => error.field === field) ?? []);
  const byField: Partial<Record<string, string>> = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
  return { errors, byField, general: problem && known.length === 0 ? problem.title : undefined };
}
