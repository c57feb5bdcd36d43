import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client } from "../../../../interface/api-client.ts";
import { oneOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { ParentApi } from "../routes.ts";
import { afterButton, isEmpty, rowsIn, withRows } from "./festival-rows.ts";
import { eventOf, faultsIn, namesFor, type Standing } from "./new-festival-action.ts";
import { newFestivalWords } from "./new-festival-words.ts";

/** Changes the rows, or adds all of them to the festival or series. What is written is never lost. */
export async function addTheEvents(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const [act, rows] = [oneOf(written, "act"), rowsIn(written)];
  const changed = afterButton(rows, act);
  if (changed) return data<Standing>({ written: withRows(written, changed), errors: [], isAlike: false });
  const sent = rows.flatMap((row, index) => (isEmpty(row) ? [] : [{ row, number: index + 1 }]));
  const { noRows } = newFestivalWords[visit.language];
  if (sent.length === 0)
    return data<Standing>({ written, errors: [{ field: "title-1", message: noRows }], isAlike: false }, { status: 422 });
  const names = await namesFor(visit);
  const { done, problem } = await attempt(
    client<ParentApi>(visit)["event-parents"][":id"].events.$post({
      param: { id: given.params.parent ?? "" },
      json: {
        status: act === "draft" ? "draft" : "published",
        events: sent.map(({ row }) => eventOf(row, visit, names)),
        refuseAlike: written.alikeOk === undefined,
      },
    }),
  );
  if (problem) {
    const standing = { ...faultsIn(problem, sent, visit), written };
    return data<Standing>({ ...standing, ...(standing.errors.length === 0 && { problem: problem.title }) }, { status: problem.status });
  }
  throw redirect(`/${visit.language}/${done.kind === "festival" ? "festivals" : "series"}/${done.slug}?made=1`, 303);
}
