import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "../../../interface/form-values.ts";
import { type Visit, visitOf } from "../../../interface/visit.ts";
import type { EventInvitationApi } from "../inviting/routes.ts";
import type { EventApi } from "../routes.ts";
import { eventWords } from "./event-words.ts";
import type { ShownEvent } from "./load-event.ts";

/** What an event's page shows when something was not done: what was written, what stops it, and at which field. */
export interface Shown {
  written: Written;
  error: { field: string; message: string };
  /** The kind of ticket there are too few of, so that one can wait for it. */
  soldOut?: string;
}

/** Registers, joins the list, takes an offer or gives a place back, as the pressed button says. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const path = `/${visit.language}/events/${id}`;
  if (visit.actor.kind !== "person")
    throw redirect(`/${visit.language}/sign-in?to=${encodeURIComponent(`${path}?${kept(written)}#tickets`)}`);
  const [act = "", subject = ""] = oneOf(written, "act").split(":");
  if (act === "confirm" || act === "cancel") return changeOwn(visit, act, subject, path);
  if (act === "decline") {
    const { problem } = await attempt(
      client<EventInvitationApi>(visit).events[":id"].invitation.$put({ param: { id }, json: { declined: true } }),
    );
    if (problem) return refused(written, problem, "tickets");
    throw redirect(`${path}#tickets`, 303);
  }
  const event = await read(client<EventApi>(visit).events[":id"].$get({ param: { id } }));
  if (act === "wait") {
    const { problem } = await ask(visit, event, written, subject, {
      quantity: wholeOf(oneOf(written, `wait-quantity-${subject}`)),
      acceptsFewer: written[`fewer-${subject}`] !== undefined,
      otherTypeIds: written[`other-${subject}`] ?? [],
      wait: true,
    });
    if (problem) return refused(written, problem, `wait-quantity-${subject}`);
    throw redirect(`${path}?did=waiting#tickets`, 303);
  }
  if (act === "queue" || (event.hasQueue && event.letInUntil === null)) throw redirect(`${path}/queue`, 303);
  return registerAll(visit, event, written, path);
}

/** Takes what is held or offered, or gives back what one has. */
async function changeOwn(visit: Visit, act: "confirm" | "cancel", id: string, path: string) {
  const registration = client<EventApi>(visit).registrations[":id"];
  const { problem } = await attempt(
    act === "confirm" ? registration.confirmation.$put({ param: { id } }) : registration.cancellation.$put({ param: { id } }),
  );
  if (problem) return refused({}, problem, "tickets");
  throw redirect(act === "confirm" ? `${path}/registrations/${id}?did=confirmed` : `${path}?did=cancelled#tickets`, 303);
}

async function registerAll(visit: Visit, event: ShownEvent, written: Written, path: string) {
  const chosen = event.ticketTypes.filter(({ id }) => !["", "0"].includes(oneOf(written, `quantity-${id}`)));
  const [first] = chosen;
  if (!first) {
    const field = `quantity-${event.ticketTypes.find(({ left }) => left > 0)?.id ?? ""}`;
    return data<Shown>({ written, error: { field, message: eventWords[visit.language].chooseQuantity } }, { status: 422 });
  }
  const ids: string[] = [];
  for (const { id } of chosen) {
    const hold = event.questions.length > 0 || chosen.some(({ priceOre }) => priceOre > 0);
    const { done, problem } = await ask(visit, event, written, id, {
      quantity: wholeOf(oneOf(written, `quantity-${id}`)),
      wait: false,
      hold,
    });
    if (problem) return refused(written, problem, problem.code === "event.wrong_access_code" ? `code-${id}` : `quantity-${id}`, id);
    ids.push(done.id);
  }
  throw redirect(ids.length === 1 ? `${path}/registrations/${ids[0]}` : `${path}#tickets`, 303);
}

type Wish = { quantity: number; wait: boolean; hold?: boolean; acceptsFewer?: boolean; otherTypeIds?: string[] };

function ask(visit: Visit, event: ShownEvent, written: Written, ticketTypeId: string, wish: Wish) {
  const [code, payer] = [oneOf(written, `code-${ticketTypeId}`), oneOf(written, "payer")];
  return attempt(
    client<EventApi>(visit).events[":id"].registrations.$post({
      param: { id: event.id },
      json: { ticketTypeId, ...wish, ...(code && { accessCode: code }), ...(payer && { organizationId: payer }) },
    }),
  );
}

function refused(written: Written, problem: Problem, field: string, typeId?: string) {
  const message = problem.errors?.[0]?.message ?? problem.title;
  const isSoldOut = typeId !== undefined && problem.code === "event.sold_out";
  return data<Shown>({ written, error: { field, message }, ...(isSoldOut && { soldOut: typeId }) }, { status: problem.status });
}

// what was chosen comes back after signing in; a code is no part of an address
function kept(written: Written): URLSearchParams {
  const pairs = Object.entries(written).flatMap(([name, values]) => values.map((value) => [name, value]));
  return new URLSearchParams(pairs.filter(([name = ""]) => !name.startsWith("code-") && name !== "act"));
}
