import type { Db } from "../../../platform/database/database.ts";
import { readOrganizationNumber } from "../../organizations/index.ts";
import { callRefusals } from "../refusals.ts";
import { type Rule, verdictOf } from "./eligibility.ts";
import { type FileRow, factsOf } from "./queries.ts";
import { faultOf, faultsOf } from "./question.ts";
import type { Answers, Fault, Question } from "./question-kinds.ts";

/** What is wrong, at its field: "answers.idea", "title". */
export type FieldFault = { field: string; code: Fault; message: string };

const fault = (field: string, code: Fault): FieldFault => ({ field, code, message: code });
// what cannot even be kept as it is typed
const misfits: Fault[] = ["not_this_kind", "unknown_option"];

/**
 * The answers with those that were given laid over them. Half a date is kept as it is typed; a word where a list belongs is not.
 * @throws Refusal call.wrong_answer
 */
export function answersAfter(questions: readonly Question[], before: Answers, given: Answers, files: readonly FileRow[]): Answers {
  const wrong = Object.entries(given).flatMap(([id, answer]) => {
    const question = questions.find((one) => one.id === id);
    if (!question) return [fault(`answers.${id}`, "unknown_option")];
    const isOwnFile = question.kind !== "file" || answer === null || files.some((file) => file.id === answer && file.question === id);
    const found = isOwnFile ? faultOf(question, answer) : "not_this_kind";
    return found && misfits.includes(found) ? [fault(`answers.${id}`, found)] : [];
  });
  if (wrong.length > 0) throw callRefusals.wrongAnswer({ errors: wrong });
  const after = Object.entries({ ...before, ...given }).filter(([, answer]) => answer !== null);
  return Object.fromEntries(after);
}

type Written = { title: string; organizationNumber: string | null; answers: Answers };
export type Deliverable = { number: string | null; uncheckedRules: string[] };

/**
 * What is written, ready to be delivered: everything answered that must be, and nothing that keeps this organization out.
 * @throws Refusal call.incomplete, call.not_eligible
 */
export async function deliverable(
  db: Db,
  call: { questions: readonly Question[]; eligibility: readonly Rule[] },
  written: Written,
  by: { personId: string; day: string },
): Promise<Deliverable> {
  const number = readOrganizationNumber(written.organizationNumber ?? "") ?? null;
  const isNumberMissing = written.organizationNumber === null && call.eligibility.length > 0;
  const isNumberWrong = written.organizationNumber !== null && number === null;
  const faults = [
    ...(written.title === "" ? [fault("title", "required")] : []),
    ...(isNumberMissing ? [fault("organizationNumber", "required")] : []),
    ...(isNumberWrong ? [fault("organizationNumber", "invalid_organization")] : []),
    ...faultsOf(call.questions, written.answers).map((one) => fault(`answers.${one.question}`, one.fault)),
  ];
  if (faults.length > 0) throw callRefusals.incomplete({ errors: faults });
  const facts = number === null || call.eligibility.length === 0 ? undefined : await factsOf(db, number, by.personId, by.day);
  const verdicts = call.eligibility.map((rule) => ({ kind: rule.kind, verdict: verdictOf(rule, number, facts, by.day) }));
  const failing = verdicts.filter(({ verdict }) => verdict === "fails").map(({ kind }) => kind);
  if (failing.length > 0) throw callRefusals.notEligible({ rules: [...new Set(failing)] });
  return { number, uncheckedRules: verdicts.filter(({ verdict }) => verdict === "unknown").map(({ kind }) => kind) };
}
