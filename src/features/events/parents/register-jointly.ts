import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import { mayRegister, maySpeakFor } from "../policy.ts";
import { hostIdsOf } from "../queries.ts";
import type { AnswerValue, WrongAnswer } from "../questions/question.ts";
import type { Register, Registration } from "../registering/command.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";
import { decideJointly, isAdmitted, isUnanswered, type Joint } from "./decide-jointly.ts";
import { eventsOfParent, findParent, typesOfEvents } from "./queries.ts";
import { parentRefusals } from "./refusals.ts";

export interface JointRequest {
  /** Id or slug of the festival or series. */
  parent: string;
  /** Ids or slugs of its events; the first kind of ticket, unless another is said. */
  events: { event: string; ticketTypeId?: string | undefined; answers?: Record<string, AnswerValue> | undefined }[];
  quantity: number;
  wait: boolean;
  isAllOrNone: boolean;
  personId?: string | undefined;
  /** The company it is for and that pays. */
  organizationId?: string | undefined;
}

/** What became of one of them. */
export type Part =
  | { eventId: string; registration: Registration; refusal?: undefined }
  | { eventId: string; registration?: undefined; refusal: Refusal };

/**
 * Registers somebody for several events of a festival or series at once, decided in one transaction.
 * @throws Refusal event_parent.not_all, event_parent.none, event_parent.not_answered
 */
export async function registerJointly(
  installation: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  request: JointRequest,
): Promise<Part[]> {
  const { db, now, pipelines } = installation;
  authorize(actor, true);
  const parent = found(await findParent(db, request.parent));
  const events = await eventsOfParent(db, parent.id);
  const chosen = request.events.map(({ event, ticketTypeId, answers = {} }) => ({
    event: found(events.find(({ id, slug, status }) => status !== "draft" && (id === event || slug === event))),
    ticketTypeId,
    answers,
  }));
  const { personId = actor.personId, organizationId = null } = request;
  authorize(
    actor,
    chosen.every(({ event }) => mayRegister(actor, personId, hostIdsOf(event))),
  );
  if (organizationId !== null) authorize(actor, maySpeakFor(actor, organizationId));
  const types = await typesOfEvents(
    db,
    chosen.map(({ event }) => event.id),
  );
  const at = now();
  const commands = [...new Map(chosen.map((one) => [one.event.id, one])).values()].map(
    ({ event, ticketTypeId, answers }): Register => ({
      kind: "register",
      registrationId: newId(),
      eventId: event.id,
      ticketTypeId: ticketTypeId ?? found(types.find(({ eventId }) => eventId === event.id)).id,
      otherTypeIds: [],
      quantity: request.quantity,
      acceptsFewer: false,
      wait: request.wait,
      isHold: false,
      isPastList: false,
      isByHost: personId !== actor.personId,
      accessCode: null,
      answers,
      personId,
      organizationId,
      by: actor.personId,
      at,
    }),
  );
  const joint: Joint = { id: newId(), parentId: parent.id, isAllOrNone: request.isAllOrNone };
  const answers = await decidePastLists(pipelines, claims, commands, joint);
  const unanswered = answers.flatMap((answer, index) =>
    answer.kind === "refused" && isUnanswered(answer) ? [{ event: slugOf(index), answers: wrongIn(answer.refusal) }] : [],
  );
  if (unanswered.length > 0) throw parentRefusals.notAnswered({ events: unanswered });
  const parts = answers.map((answer, index): Part => {
    const eventId = commands[index]?.eventId ?? "";
    if (answer.kind === "done") return { eventId, registration: answer.registration };
    if (answer.kind === "refused") return { eventId, refusal: answer.refusal };
    throw new Error("A registration was answered as something else");
  });
  const lacking = answers.flatMap((answer, index) => (isAdmitted(answer) ? [] : [{ event: slugOf(index), code: codeOf(parts[index]) }]));
  if (request.isAllOrNone && lacking.length > 0) throw parentRefusals.notAll({ events: lacking });
  if (parts.every(({ refusal }) => refusal !== undefined)) throw parentRefusals.none({ events: lacking });
  return parts;

  function slugOf(index: number): string {
    return events.find(({ id }) => id === commands[index]?.eventId)?.slug ?? "";
  }
}

function wrongIn({ details }: Refusal): WrongAnswer[] {
  return (details as { answers: WrongAnswer[] }).answers;
}

function codeOf(part: Part | undefined): string {
  return part?.refusal?.code ?? "event.sold_out";
}

/** Those on the lists are asked first where what is free is for them; then all of it is decided again. */
async function decidePastLists(pool: Installation["pipelines"], claims: RegistrationClaims, commands: Register[], joint: Joint) {
  const asked = new Set<string>();
  for (;;) {
    const answers = await decideJointly(
      pool,
      commands.map((command) => ({ ...command, isPastList: asked.has(command.eventId) })),
      joint,
    );
    const first = commands.filter((_, index) => answers[index]?.kind === "list first");
    if (first.length === 0) return answers;
    await Promise.all(first.map(({ eventId, at }) => claims.submit({ kind: "offer", eventId, at })));
    for (const { eventId } of first) asked.add(eventId);
  }
}
