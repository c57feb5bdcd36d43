import type { Problem } from "./api-client.ts";

/** A field of a form, by its id, and what is wrong with it. */
export type Fault = { field: string; message: string };

/**
 * What the API refuses, at the fields of a form, one sentence each. `labels` are the form's fields; `names` says which of them one of the
 * API's stands in, by its whole name or its first part, where they differ, and which one a refusal is about, by its code. What stands in
 * none of them is left out.
 */
export function faultsIn(
  problem: Partial<Pick<Problem, "errors" | "code" | "title">> | undefined,
  labels: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>> = {},
): Fault[] {
  const about = names[problem?.code ?? ""];
  if (about !== undefined && about in labels) return [{ field: about, message: problem?.title ?? "" }];
  const faults = (problem?.errors ?? []).flatMap(({ field, message }) => {
    const [first = field] = field.split(".");
    const at = [names[field], names[first], field, first].find((one) => one !== undefined && one in labels);
    return at === undefined ? [] : [{ field: at, message }];
  });
  return faults.filter(({ field }, place) => faults.findIndex((other) => other.field === field) === place);
}
