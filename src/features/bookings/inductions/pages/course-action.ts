import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import { signedIn } from "../../../../interface/visit.ts";
import { isDay, momentOf } from "../../../../platform/time/day.ts";
import type { InductionApi } from "../routes.ts";
import type { SignUpOutcome } from "../shapes.ts";

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Takes a place, gives it back, sets a course up or says who passed, as the pressed button says. */
export async function carryOutCourse(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const act = text("act");
  const api = client<InductionApi>(visit);
  const id = text("course");
  const own = { param: { id, personId: visit.actor.personId } };
  const acts = {
    signed: () => attempt(api.inductions[":id"]["sign-ups"][":personId"].$put(own)),
    off: () => attempt(api.inductions[":id"]["sign-ups"][":personId"].$delete(own)),
    settled: () => {
      const results = [...form].flatMap(([name, outcome]) =>
        name.startsWith("outcome-") && outcome !== ""
          ? [{ personId: name.slice("outcome-".length), outcome: outcome as SignUpOutcome }]
          : [],
      );
      return attempt(api.inductions[":id"].results.$put({ param: { id }, json: { results } }));
    },
    added: () => {
      const [day, zone] = [text("day"), text("timeZone")];
      const at = (clock: string) => (isDay(day) && time.test(clock) ? momentOf(day, clock, zone).toString() : clock);
      const json = {
        resourceId: text("resource"),
        certificationId: text("certification"),
        level: Number(text("level") || "1"),
        startsAt: at(text("from")),
        endsAt: at(text("to")),
        places: Number(text("places")),
        ...(text("note") && { note: text("note") }),
      };
      return attempt(api.spaces[":id"].inductions.$post({ param: { id: given.params.space ?? "" }, json }));
    },
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (!problem) throw redirect(`/${visit.language}/spaces/${given.params.space}/courses?did=${act}`, 303);
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return data<{ problem: Problem; values: Record<string, string> }>({ problem, values }, { status: problem.status });
}
