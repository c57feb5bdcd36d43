import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client } from "../../../../interface/api-client.ts";
import { oneOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { CallKind } from "../../call.ts";
import type { CallApi } from "../../routes.ts";
import { factsIn, phasesIn, questionsIn, windowIn } from "./call-given.ts";
import { readWords, refused, type Standing, standingAfter } from "./saving.ts";

/** Makes the call that is written; what stops it stands at its field, and nothing typed is lost. */
export async function makeCall(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const standing = standingAfter(written);
  if (standing) return data<Standing>(standing);
  const { faults, eligibility, jurors } = await readWords(visit, written);
  if (faults.length > 0) return data<Standing>({ written, errors: faults }, { status: 422 });
  const isDraft = oneOf(written, "act") === "draft";
  const { done, problem } = await attempt(
    client<CallApi>(visit).calls.$post({
      json: {
        organization: given.params.organization ?? "",
        kind: oneOf(written, "kind") as CallKind,
        ...factsIn(written),
        ...windowIn(written),
        questions: questionsIn(written, []),
        eligibility,
        isBlind: written.isBlind !== undefined,
        phases: phasesIn(written),
        jurors,
        status: isDraft ? "draft" : "published",
      },
    }),
  );
  if (problem) return data<Standing>(refused(problem, written, eligibility), { status: problem.status });
  throw redirect(`/${visit.language}/calls/${done.slug}/${isDraft ? "edit?did=made" : "work?did=published"}`, 303);
}
