import type { Problem } from "../../../../interface/api-client.ts";
import type { Written } from "../../../../interface/form-values.ts";
import { sentRows } from "./call-given.ts";

export type FieldFault = { field: string; message: string };

const ofCode: Record<string, string> = {
  "call.closes_before_opening": "closesOn",
  "call.deadline_not_earlier": "closesOn",
  "call.has_opened": "opensOn",
  "call.vote_has_opened": "event",
};
const ofMoment: Record<string, string> = { opensAt: "opensOn", closesAt: "closesOn" };
const inLanguages = /(^|\.)(title|descriptions|appealNotes|label|hint|name|description|options)$/;

/**
 * What stops the form, at its fields: how the API calls one ("questions.0.label.nb") and how the form does ("questions.1.label.nb"), where
 * rows nothing is written on are not sent. `rules` are the kinds of the rules that were sent.
 */
export function faultsOf(problem: Problem, written: Written, rules: readonly string[]): FieldFault[] {
  const known = ofCode[problem.code];
  if (known) return [{ field: known, message: problem.title }];
  const sent = sentRows(written);
  const faults = (problem.errors ?? []).map(({ field, message }) => ({
    field: fieldOf(field.split(/[.[\]]+/).filter(Boolean), sent, rules),
    message,
  }));
  return [...new Map(faults.map((fault) => [fault.field, fault])).values()];
}

function fieldOf(path: string[], sent: Record<string, number[]>, rules: readonly string[]): string {
  const [first = "", index = ""] = path;
  if (first === "eligibility") return `rules.${rules[Number(index)] ?? "municipality"}`;
  if (first === "jurors") return "jurors";
  const named = path.reduce((list, part) => {
    const row = /^\d+$/.test(part) ? (sent[list]?.[Number(part)] ?? Number(part) + 1) : part;
    return list === "" ? String(row) : `${list}.${row}`;
  }, "");
  // options are lines of one field
  const field = named.replace(/\.options\..*$/, ".options");
  // a sponsor has one name in all languages
  if (first === "sponsors") return field;
  if (first === "questions" && path.length === 1) return "questions.1.label.nb";
  return ofMoment[field] ?? (inLanguages.test(field) ? `${field}.nb` : field);
}
