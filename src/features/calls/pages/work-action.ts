import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { DecidingApi } from "../deciding/routes.ts";
import type { JudgingApi } from "../judging/routes.ts";
import type { Outcome } from "../submissions/outcome.ts";
import type { VotingApi } from "../voting/routes.ts";

/** What came of a form when it was not done, with what was written in it. */
export interface Refused {
  act: string;
  problem: Problem;
  written: Written;
}

/** Does what the pressed button says, and goes back to where it was pressed. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = (name: string) => oneOf(written, name);
  const [judging, deciding, voting] = [client<JudgingApi>(visit), client<DecidingApi>(visit), client<VotingApi>(visit)];
  const param = { id: given.params.call ?? "" };
  const phase = { ...param, number: text("number") };
  const acts = {
    opened: () => attempt(judging.calls[":id"].phases[":number"].opening.$put({ param: phase, json: {} })),
    closed: () => attempt(judging.calls[":id"].phases[":number"].closing.$put({ param: phase })),
    jury: () => attempt(judging.calls[":id"].jurors.$post({ param, json: { name: text("name"), email: text("email") } })),
    remove: () => attempt(judging.calls[":id"].jurors[":juror"].$delete({ param: { ...param, juror: text("juror") } })),
    sent: () => attempt(deciding.calls[":id"]["decision-letters"].$post({ param, json: { submissionIds: written.submission ?? [] } })),
    vote: () => attempt(voting.calls[":id"]["vote-window"].$put({ param, json: { isOpen: text("isOpen") === "true" } })),
    decided: () =>
      attempt(
        deciding.submissions[":id"].decision.$put({
          param: { id: given.params.submission ?? text("submission") },
          json: { outcome: text("outcome") as Outcome, ...(text("reason") && { reason: text("reason") }) },
        }),
      ),
  };
  const act = text("act");
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (problem) return data<Refused>({ act, problem, written }, { status: problem.status });
  const { pathname } = new URL(given.request.url);
  const did = { remove: "jury", vote: text("isOpen") === "true" ? "vote-opened" : "vote-closed" }[act] ?? act;
  throw redirect(`${pathname}?did=${did}`, 303);
}
