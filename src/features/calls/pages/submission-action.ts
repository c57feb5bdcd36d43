import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import type { Answer, Question } from "../submissions/question-kinds.ts";
import type { SubmissionApi } from "../submissions/routes.ts";

/** What came of the form when it was not done, with what was written in it. */
export interface Refused {
  problem: Problem;
  written: Written;
}

/** Saves what is written, and delivers it when that button was pressed. What was written stays in the form whatever happens. */
export async function writeSubmission(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.submission ?? "";
  const form = await given.request.formData();
  const written = writtenIn(form);
  const act = oneOf(written, "act");
  const api = client<SubmissionApi>(visit).submissions[":id"];
  const param = { id };
  const here = `/${visit.language}/me/submissions/${id}`;
  if (act === "withdraw") {
    const { problem } = await attempt(api.withdrawal.$put({ param }));
    if (problem) return data<Refused>({ problem, written: {} }, { status: problem.status });
    throw redirect(`${here}?did=withdrawn`, 303);
  }
  const { call } = await read(api.$get({ param }));
  const saved = await attempt(
    api.$patch({
      param,
      header: { "if-match": oneOf(written, "version") },
      json: {
        title: oneOf(written, "title"),
        ...("organizationNumber" in written && { organizationNumber: oneOf(written, "organizationNumber") }),
        answers: answersIn(call.questions as Question[], written),
      },
    }),
  );
  const problem = saved.problem ?? (await sendFiles(visit, id, form)) ?? (act === "deliver" ? await deliver(visit, id) : undefined);
  if (problem) return data<Refused>({ problem, written }, { status: problem.status });
  throw redirect(`${here}?did=${act === "deliver" ? "delivered" : "saved"}`, 303);
}

/** The answers as they stand in the form: each as its question wants it, and as it was typed where it is not that yet. */
export function answersIn(questions: readonly Question[], written: Written): Record<string, Answer> {
  const asked = questions.filter(({ kind }) => kind !== "file");
  return Object.fromEntries(
    asked.map((question): [string, Answer] => [question.id, answerIn(question, written[`q-${question.id}`] ?? [])]),
  );
}

function answerIn({ kind }: Question, values: string[]): Answer {
  const [first = ""] = values;
  if (kind === "several") return values;
  if (kind === "consent") return first === "" ? null : true;
  if (kind === "choice") return first || null;
  if (kind !== "number") return first;
  const number = Number(first.replaceAll(/\s/g, "").replace(",", "."));
  return first.trim() === "" ? null : Number.isFinite(number) ? number : first;
}

async function deliver(visit: Visit, id: string): Promise<Problem | undefined> {
  const { problem } = await attempt(client<SubmissionApi>(visit).submissions[":id"].delivery.$put({ param: { id } }));
  return problem;
}

async function sendFiles(visit: Visit, id: string, form: FormData): Promise<Problem | undefined> {
  for (const [name, file] of form) {
    if (!(file instanceof File) || file.size === 0 || !name.startsWith("q-")) continue;
    const body = new FormData();
    body.set("file", file);
    const question = encodeURIComponent(name.slice(2));
    const answer = await visit.api(`/api/v1/submissions/${encodeURIComponent(id)}/files/${question}`, { method: "PUT", body });
    if (answer.ok) continue;
    const problem = (await answer.json()) as Problem;
    // a file that is not taken is told at its question
    return { ...problem, errors: [{ field: `answers.${name.slice(2)}`, code: problem.code, message: problem.title }] };
  }
  return undefined;
}
