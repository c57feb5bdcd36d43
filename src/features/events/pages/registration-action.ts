import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import type { EventQuestionApi } from "../questions/routes.ts";
import type { EventApi } from "../routes.ts";
import { answerErrors, answersWritten, type FieldError } from "./answers-written.ts";
import { nameHolders, returnPlace } from "./places/change-places.ts";

/** What a registration's page shows when something was not done: what was written, why, and at which fields. */
export interface NotDone {
  written: Written;
  title: string;
  errors: FieldError[];
}

/** Answers what the event asks, takes what is held, or gives back what one has, as the pressed button says. */
export async function changeRegistration(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { event: slug = "", registration: id = "" } = given.params;
  const path = `/${visit.language}/events/${slug}`;
  const act = oneOf(written, "act");
  const registration = client<EventApi>(visit).registrations[":id"];
  if (act === "cancel") {
    const { problem } = await attempt(registration.cancellation.$put({ param: { id } }));
    if (problem) return notDone(visit, written, problem);
    throw redirect(`${path}?did=cancelled#tickets`, 303);
  }
  if (act === "approve" || act === "refuse") {
    const { problem } = await attempt(
      act === "approve"
        ? registration.approval.$put({ param: { id } })
        : registration.refusal.$put({ param: { id }, json: { reason: oneOf(written, "reason") } }),
    );
    if (problem) return notDone(visit, written, problem);
    throw redirect(`${path}/registrations`, 303);
  }
  if (act === "name" || act === "return") {
    const change = act === "name" ? nameHolders : returnPlace;
    const { problem, errors } = await change(visit, { id, path }, written);
    return data<NotDone>({ written, title: problem?.title ?? "", errors }, { status: problem?.status ?? 400 });
  }
  const refused = await answerAll(visit, slug, id, written);
  if (refused) return notDone(visit, written, refused);
  if (act === "answer") throw redirect(`${path}/registrations/${id}?did=answered`, 303);
  const { problem } = await attempt(registration.confirmation.$put({ param: { id } }));
  if (problem) return notDone(visit, written, problem);
  throw redirect(`${path}/registrations/${id}?did=confirmed`, 303);
}

async function answerAll(visit: Visit, slug: string, id: string, written: Written): Promise<Problem | undefined> {
  const api = client<EventApi>(visit);
  const [event, { tickets }] = await Promise.all([
    read(api.events[":id"].$get({ param: { id: slug } })),
    read(api.registrations[":id"].$get({ param: { id } })),
  ]);
  if (event.questions.length === 0) return undefined;
  const ofPlaces = event.questions.filter(({ isOfPlace }) => isOfPlace);
  const others = ofPlaces.length > 0 ? tickets.slice(1) : [];
  const { problem } = await attempt(
    client<EventQuestionApi>(visit).registrations[":id"].answers.$put({
      param: { id },
      json: {
        answers: answersWritten(event.questions, written),
        tickets: Object.fromEntries(others.map((ticket) => [ticket.id, answersWritten(ofPlaces, written, ticket.id)])),
      },
    }),
  );
  return problem;
}

function notDone(visit: Visit, written: Written, problem: Problem) {
  const errors = answerErrors(problem, visit.language);
  return data<NotDone>({ written, title: problem.errors?.[0]?.message ?? problem.title, errors }, { status: problem.status });
}
