import { isDeepStrictEqual } from "node:util";
import { windowAt } from "../call.ts";
import type { Side } from "../policy.ts";
import { type RuleKind, ruleKindsIn } from "./eligibility.ts";
import type { DecisionRow, SubmissionRow } from "./queries.ts";
import { blindAnswers } from "./question.ts";
import type { Answers, Question } from "./question-kinds.ts";

/** A submission as one side sees it: as it is written, as it was delivered, or as it was delivered without who it is by. */
export function presentSubmission(row: SubmissionRow, side: Side, now: Temporal.Instant) {
  const isOwn = side === "applicant";
  const isBlind = side === "juror" && row.is_blind;
  const questions = isBlind ? blindQuestions(row.questions) : row.questions;
  const whole = isOwn ? row.answers : row.delivered_answers;
  const answers = isBlind ? blindAnswers(row.questions, whole) : whole;
  const state = windowAt(row, now);
  const isOpen = state === "open" || (state === "grace" && row.delivered_at === null);
  const mayEdit = isOwn && isOpen && row.state !== "withdrawn" && !row.is_being_judged;
  const { line, call } = presentLine(row, side, now);
  return {
    ...line,
    call: { ...call, isBlind: row.is_blind, questions },
    side,
    title: isOwn ? row.title : line.title,
    answers,
    files: filesIn(row, answers, isBlind),
    version: row.version,
    abilities: { edit: mayEdit, deliver: mayEdit, withdraw: isOwn && row.state !== "withdrawn" && !row.told_decision },
  };
}

export function presentSubmissionLine(row: SubmissionRow, side: Side, now: Temporal.Instant) {
  const { line, call } = presentLine(row, side, now);
  return { ...line, call };
}

function presentLine(row: SubmissionRow, side: Side, now: Temporal.Instant) {
  const isOwn = side === "applicant";
  const isBlind = side === "juror" && row.is_blind;
  const number = isOwn ? row.organization_number : row.delivered_number;
  const call = {
    id: row.call_id,
    slug: row.slug,
    kind: row.kind,
    title: row.titles,
    runner: row.runner_name,
    closesAt: row.closes_at.toString(),
    timeZone: row.time_zone,
    windowState: windowAt(row, now),
  };
  const line = {
    id: row.id,
    state: row.state,
    title: (isOwn ? row.title || row.delivered_title : row.delivered_title) ?? "",
    organization: number === null || isBlind ? null : { number, name: number === row.delivered_number ? row.delivered_organization : null },
    applicant: isBlind ? null : { id: row.person_id, name: row.applicant_name, email: side === "juror" ? null : row.applicant_email },
    changedAt: isOwn ? row.changed_at.toString() : null,
    deliveredAt: row.delivered_at?.toString() ?? null,
    isLate: row.is_late,
    hasUndeliveredChanges: isOwn && row.delivered_at !== null && hasChanged(row),
    uncheckedRules: side === "runner" ? ruleKindsIn(row.unchecked_rules) : ([] as RuleKind[]),
    decision: presentDecision(side === "runner" ? row.decision : isOwn ? row.told_decision : null),
  };
  return { line, call };
}

export function presentDecision(decision: DecisionRow | null) {
  return decision && { ...decision, decidedAt: utc(decision.decidedAt), toldAt: decision.toldAt && utc(decision.toldAt) };
}

function blindQuestions(questions: readonly Question[]): Question[] {
  return questions.filter(({ identifies, kind }) => !identifies && kind !== "organization");
}

// a name a file was given tells who gave it
function filesIn(row: SubmissionRow, answers: Answers, isBlind: boolean) {
  return row.files.flatMap(({ id, question, name, bytes }) => {
    if (answers[question] !== id) return [];
    const shown = isBlind ? `${question}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ""}` : name;
    return [{ id, question, name: shown, bytes, address: `/api/v1/submissions/${row.id}/files/${question}` }];
  });
}

function hasChanged(row: SubmissionRow): boolean {
  const number = (row.organization_number ?? "").replace(/\D/g, "");
  return (
    row.title !== row.delivered_title || number !== (row.delivered_number ?? "") || !isDeepStrictEqual(row.answers, row.delivered_answers)
  );
}

function utc(moment: string): string {
  return Temporal.Instant.from(moment).toString();
}
