import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn, type Visit } from "../../../../interface/visit.ts";
import type { CallKind } from "../../call.ts";
import type { JudgingApi } from "../../judging/routes.ts";
import type { CallApi } from "../../routes.ts";
import { factsIn, phasesIn, questionsIn, windowIn } from "./call-given.ts";
import { type ReadCall, standing as standingOf, writtenCall } from "./call-written.ts";
import { readWords, refused, type Standing, standingAfter } from "./saving.ts";

/** Saves what is changed of a call. What stands by now is not in the form; what began to stand meanwhile is refused, and says why. */
export async function saveCall(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const removed = /^remove-phase:(\d)$/.exec(oneOf(written, "act"))?.[1];
  if (removed !== undefined) return removeOpened(visit, given.params.call ?? "", removed, written);
  const standing = standingAfter(written);
  if (standing) return data<Standing>(standing);
  const api = client<CallApi>(visit).calls[":id"];
  const param = { id: given.params.call ?? "" };
  const call = await read(api.$get({ param }));
  const { faults, eligibility } = await readWords(visit, written);
  if (faults.length > 0) return data<Standing>({ written, errors: faults }, { status: 422 });
  const { done, problem } = await attempt(
    api.$patch({
      param,
      header: { "if-match": `"${oneOf(written, "version")}"` },
      json: {
        ...factsIn(written),
        ...changedWindow(written, call as ReadCall),
        ...("questions" in written && {
          kind: oneOf(written, "kind") as CallKind,
          questions: questionsIn(written, (call as ReadCall).questions),
          eligibility,
          isBlind: written.isBlind !== undefined,
        }),
        phases: [...standingOf(call).opened.map(asGiven), ...phasesIn(written)],
        ...(oneOf(written, "act") === "publish" && { status: "published" as const }),
      },
    }),
  );
  if (problem) return data<Standing>(refused(problem, written, eligibility), { status: problem.status });
  throw redirect(
    `/${visit.language}/calls/${done.slug}/${oneOf(written, "act") === "publish" ? "work?did=published" : "edit?did=saved"}`,
    303,
  );
}

/** Takes a phase away that was opened and nobody has judged in. What else was written is not saved, and still stands in the form. */
async function removeOpened(visit: Visit, id: string, number: string, written: Written) {
  const { done, problem } = await attempt(client<JudgingApi>(visit).calls[":id"].phases[":number"].$delete({ param: { id, number } }));
  if (problem) return data<Standing>({ written, problem, errors: [] }, { status: problem.status });
  return data<Standing>({ written: { ...written, version: [String(done.version)] }, errors: [], removed: number });
}

/** The times that were changed: the form knows no seconds, and what was not touched is not sent. */
function changedWindow(written: Written, call: ReadCall) {
  const before = writtenCall(call);
  const isTouched = (names: string[]) => names.some((name) => name in written && oneOf(written, name) !== oneOf(before, name));
  const { opensAt, closesAt, timeZone } = windowIn(written);
  const isMoved = isTouched(["timeZone"]);
  return {
    ...((isMoved || isTouched(["opensOn", "opensAt"])) && opensAt && { opensAt }),
    ...((isMoved || isTouched(["closesOn", "closesAt"])) && { closesAt }),
    ...(isMoved && { timeZone }),
  };
}

type ReadPhase = ReadCall["phases"][number];

function asGiven({ name, criteria }: ReadPhase) {
  return {
    name,
    criteria: criteria.map(({ name, description, weight, least, most }) => ({ name, description, weight, least, most })),
  };
}
