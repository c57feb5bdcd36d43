import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { JudgingApi } from "../judging/routes.ts";

/** Declares, saves or delivers, as the pressed button says. */
export async function judge(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const param = { id: given.params.submission ?? "", juror: visit.actor.personId };
  const review = client<JudgingApi>(visit).submissions[":id"].reviews[":juror"];
  const act = oneOf(written, "act");
  const reason = oneOf(written, "reason");
  const { problem } =
    act === "declare"
      ? await attempt(
          review.conflict.$put({
            param,
            json: { conflict: oneOf(written, "conflict") as "none" | "conflict", ...(reason && { reason }) },
          }),
        )
      : await attempt(
          review.$put({ param, json: { scores: scoresIn(written), comment: oneOf(written, "comment"), deliver: act === "deliver" } }),
        );
  if (problem) return data<{ problem: Problem; written: Written }>({ problem, written }, { status: problem.status });
  const did = act === "declare" ? "declared" : act === "deliver" ? "delivered" : "saved";
  throw redirect(`/${visit.language}/me/reviews/${param.id}?did=${did}`, 303);
}

function scoresIn(written: Written): Record<string, number | null> {
  const given = Object.keys(written).filter((name) => name.startsWith("score-"));
  return Object.fromEntries(
    given.map((name) => {
      const value = oneOf(written, name);
      return [name.slice("score-".length), value === "" ? null : Number(value)];
    }),
  );
}
