import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { ExitType } from "../enrolling/outcome.ts";
import type { EnrollmentApi } from "../enrolling/routes.ts";
import type { ObservationApi } from "../observing/routes.ts";
import { baselineIn, wrongBaseline } from "./baseline.ts";
import { figuresIn, type Written, writtenIn } from "./form-values.ts";
import { startupWords } from "./startup-words.ts";

export interface Refused {
  act: string;
  written: Written;
  title: string;
  errors: { field: string; message: string }[];
}

type Place = { program: string; id: string };

/** Does what one of the forms of a startup's page asks for; what stops it stands at its field. */
export async function actOnEnrollment(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const act = written.act ?? "";
  const place = { program: given.params.program ?? "", id: given.params.enrollment ?? "" };
  if (act === "observe") {
    const { figures, wrong } = figuresIn(written);
    const text = startupWords[visit.language];
    if (wrong.length > 0) return refuse(act, written, text.couldNot, wrong, text.numberWrong);
    const json = { ...figures, organization: written.organization ?? "", date: written.date ?? "" };
    const { problem } = await attempt(
      client<ObservationApi>(visit).programs[":id"].observations.$post({ param: { id: place.program }, json }),
    );
    return problem ? refused(act, written, problem) : done(given);
  }
  const wrong = act === "change" ? wrongBaseline(baselineIn(written)) : [];
  const text = startupWords[visit.language];
  if (wrong.length > 0) return refuse(act, written, text.couldNot, wrong, text.numberWrong);
  const problem = await other(visit, place, act, written);
  return problem ? refused(act, written, problem) : done(given);
}

async function other(visit: Visit, { id }: Place, act: string, written: Written): Promise<Problem | undefined> {
  const api = client<EnrollmentApi>(visit).enrollments[":id"];
  const param = { id };
  switch (act) {
    case "change": {
      const json = {
        intake: written.intake ?? "",
        exit: written.exit || null,
        exitType: written.exitType as ExitType,
        lastEvidence: written.lastEvidence || null,
        baseline: baselineIn(written),
        ...(written.adviserEmail && { adviserEmail: written.adviserEmail }),
      };
      return (await attempt(api.$patch({ param, header: { "if-match": written.version }, json }))).problem;
    }
    case "take-back": {
      const json = { reason: written.reason ?? "" };
      return (
        await attempt(
          api.observations[":observationId"]["taking-back"].$put({ param: { id, observationId: written.observation ?? "" }, json }),
        )
      ).problem;
    }
    case "note":
      return (await attempt(api.notes.$post({ param, json: { text: written.text ?? "", isShared: written.isShared === "on" } }))).problem;
    case "share": {
      const json = { isShared: written.to === "shared" };
      return (await attempt(api.notes[":noteId"].sharing.$put({ param: { id, noteId: written.note ?? "" }, json }))).problem;
    }
    case "milestone":
      return (
        await attempt(api.milestones.$post({ param, json: { title: written.title ?? "", ...(written.dueOn && { dueOn: written.dueOn }) } }))
      ).problem;
    case "reach": {
      const json = { reachedOn: dayIn(visit.now, "Europe/Oslo"), evidence: written[`evidence-${written.milestone}`] ?? "" };
      return (await attempt(api.milestones[":milestoneId"].reaching.$put({ param: { id, milestoneId: written.milestone ?? "" }, json })))
        .problem;
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

const fieldOf: Record<string, string> = {
  "program.in_the_future": "date",
  "program.unknown_adviser": "adviserEmail",
  "program.wrong_order": "exit",
  "program.end_needs_day": "exit",
};

function refused(act: string, written: Written, problem: Problem) {
  const field = act === "change" && problem.code === "program.in_the_future" ? "exit" : fieldOf[problem.code];
  const errors = field
    ? [{ field, message: problem.title }]
    : (problem.errors ?? []).map((one) => ({
        field: one.field === "evidence" ? `evidence-${written.milestone}` : one.field.replace("baseline.", "baseline-"),
        message: one.message,
      }));
  return data<Refused>({ act, written, title: problem.title, errors }, { status: problem.status });
}

function refuse(act: string, written: Written, title: string, fields: string[], message: string) {
  return data<Refused>({ act, written, title, errors: fields.map((field) => ({ field, message })) }, { status: 422 });
}

function done({ request }: ActionFunctionArgs) {
  return redirect(`${new URL(request.url).pathname}?saved`, 303);
}
