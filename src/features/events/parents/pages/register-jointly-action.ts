import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { visitOf } from "../../../../interface/visit.ts";
import { answersWritten, errorsAt, type FieldError, type ShownQuestion, type WrongAnswer } from "../../pages/answers-written.ts";
import type { AnswerValue } from "../../questions/question.ts";
import type { ParentApi } from "../routes.ts";
import { parentWords } from "./parent-words.ts";
import type { Lacking } from "./parts/why-not.tsx";

/** What the page shows when nobody was registered. */
export interface NotRegistered {
  written: Written;
  messages: string[];
  /** What one was not registered for, each with why. */
  lacking?: Lacking[];
  /** Events that ask something, shown with their questions. */
  asks?: string[];
  errors?: FieldError[];
}

/** Registers for what is ticked, in one go; the page then says what became of each. */
export async function registerForTicked(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const written = writtenIn(await given.request.formData());
  const { pathname } = new URL(given.request.url);
  const id = given.params.parent ?? "";
  const ticked = written.event ?? [];
  if (visit.actor.kind !== "person")
    throw redirect(`/${visit.language}/sign-in?to=${encodeURIComponent(`${pathname}?${kept(written)}#register`)}`);
  const text = parentWords[visit.language];
  if (ticked.length === 0) return data<NotRegistered>({ written, messages: [text.chooseOne] }, { status: 422 });
  const parents = client<ParentApi>(visit)["event-parents"][":id"];
  const { events } = await read(parents.$get({ param: { id } }));
  const asking = events.filter((event) => ticked.includes(event.id) && event.questions.length > 0);
  const asks = asking.map((event) => event.id);
  // what they ask is shown before anything is done
  if (asks.some((event) => !written.asked?.includes(event))) return data<NotRegistered>({ written, messages: [], asks });
  const payer = oneOf(written, "payer");
  const { done, problem } = await attempt(
    parents.registrations.$post({
      param: { id },
      json: {
        events: ticked.map((event) => ({
          event,
          ...(oneOf(written, `type-${event}`) && { ticketTypeId: oneOf(written, `type-${event}`) }),
          answers: answersOf(asking.find(({ id }) => id === event)?.questions ?? [], written, event),
        })),
        quantity: wholeOf(oneOf(written, "quantity")),
        wait: written.wait !== undefined,
        allOrNone: written.allOrNone !== undefined,
        ...(payer && { organizationId: payer }),
      },
    }),
  );
  if (problem) {
    const errors = unansweredIn(problem).flatMap(({ event, answers }) => {
      const own = events.find(({ slug }) => slug === event)?.id ?? "";
      return errorsAt(
        answers.map((answer) => ({ ...answer, ticketId: own })),
        visit.language,
      );
    });
    if (errors.length > 0) return data<NotRegistered>({ written, messages: [problem.title], asks, errors }, { status: problem.status });
    return data<NotRegistered>({ written, messages: [problem.title], lacking: lackingIn(problem), asks }, { status: problem.status });
  }
  const refused = done.items.flatMap(({ eventId, refused: why }) => (why ? [`${eventId}:${why.code}`] : []));
  const waits = done.items.flatMap(({ eventId, state }) => (state === "waiting" ? [eventId] : []));
  const got = done.items.length - refused.length - waits.length;
  throw redirect(`${pathname}?${new URLSearchParams({ got: String(got), waits: waits.join(), refused: refused.join() })}#register`, 303);
}

// what is left empty is not answered
function answersOf(questions: readonly ShownQuestion[], written: Written, event: string): Record<string, AnswerValue> {
  const all = Object.entries(answersWritten(questions, written, event));
  return Object.fromEntries(all.filter((one): one is [string, AnswerValue] => one[1] !== null));
}

function unansweredIn({ code, details }: Problem): { event: string; answers: WrongAnswer[] }[] {
  return code === "event_parent.not_answered" ? (details?.events as { event: string; answers: WrongAnswer[] }[]) : [];
}

function lackingIn({ details }: Problem): Lacking[] {
  return Array.isArray(details?.events) ? (details.events as Lacking[]) : [];
}

// what was chosen comes back after signing in
function kept(written: Written): URLSearchParams {
  return new URLSearchParams(Object.entries(written).flatMap(([name, values]) => values.map((value) => [name, value])));
}
