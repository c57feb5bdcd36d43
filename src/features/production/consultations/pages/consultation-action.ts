import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { ConsultationApi } from "../routes.ts";

/** What came of a form that was not done, with what was written in it. */
export type Refused = { act: string; problem: Problem; values: Record<string, string> };

/** Takes a slot, gives it up, or changes the weekly times, as the pressed button says. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const written = (name: string) => (text(name) === "" ? {} : { [name]: text(name) });
  const act = text("act");
  const api = client<ConsultationApi>(visit);
  const weekly = api.consultations[":id"];
  const id = text("consultation");
  const acts = {
    taken: () => {
      const [chosen = "", startsAt = ""] = text("slot").split(" ");
      const json = { startsAt, ...written("about"), ...written("orderId") };
      return attempt(weekly.appointments.$post({ param: { id: chosen }, json }));
    },
    cancelled: () => attempt(api.appointments[":id"].cancellation.$put({ param: { id: text("appointment") }, json: written("reason") })),
    added: () => {
      const json = {
        weekday: Number(text("weekday")),
        opens: text("opens"),
        closes: text("closes"),
        slotMinutes: Number(text("slotMinutes")),
        places: Number(text("places")),
        ...written("note"),
        ...written("from"),
        ...written("until"),
        ...(form.has("isMine") && { staffId: visit.actor.personId }),
      };
      return attempt(api.spaces[":id"].consultations.$post({ param: { id: given.params.space ?? "" }, json }));
    },
    // no day is no part of an address: what is none is refused at its field
    out: () => attempt(weekly.exceptions[":day"].$put({ param: { id, day: text("day") || "-" }, json: written("reason") })),
    back: () => attempt(weekly.exceptions[":day"].$delete({ param: { id, day: text("day") } })),
    ended: () => attempt(weekly.ending.$put({ param: { id }, json: { until: text("until"), ...written("reason") } })),
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (!problem) throw redirect(`/${visit.language}/spaces/${given.params.space}/consultations?did=${act}`, 303);
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return data<Refused>({ act: `${act} ${id}`.trim(), problem, values }, { status: problem.status });
}
