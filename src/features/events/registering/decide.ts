import { accessRefusals } from "../../../platform/access/refusals.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import { vatPercentOf } from "../../plans/index.ts";
import { type Ending, holdMinutes, type RegistrationState, saleAt, takesPlaces } from "../event.ts";
import { type AnswerValue, isAnswer, missingAnswers, wrongAnswers } from "../questions/question.ts";
import { questionRefusals } from "../questions/refusals.ts";
import { isInside } from "../queueing/queue.ts";
import { queueRefusals } from "../queueing/refusals.ts";
import { eventRefusals } from "../refusals.ts";
import { lateCancelOre } from "../terms.ts";
import { ticketRefusals } from "../tickets/refusals.ts";
import type { Answer, Command, Confirm, End, Register, ReturnPlace, Ticket } from "./command.ts";
import {
  type EventFacts,
  existingKey,
  type Facts,
  givesBack,
  type PersonFacts,
  personKey,
  type QuotaFacts,
  type RegistrationFacts,
  type TypeFacts,
} from "./facts.ts";

export type ChangeKind = "held" | "pending" | "confirmed" | "waiting" | "offered" | "place_returned" | Ending;

/** A registration with what happened to it. */
export interface Change {
  registration: RegistrationFacts;
  event: EventFacts;
  kind: ChangeKind;
  /** The one place that was given back. */
  ticketId?: string;
  by: string | null;
  at: Temporal.Instant;
}

/** How the counts of a quota change, and what of it is relied on. */
export interface QuotaChange {
  eventId: string;
  /** As it stands after the batch. */
  quota: QuotaFacts;
  /** Places taken, or given back when below zero. */
  taken: number;
  /** Registrations that began to wait, less those that stopped. */
  waiting: number;
  /** Somebody was left to wait: no more places may be left than are known of. */
  hasLeftWithout: boolean;
  /** Places were given back or offered: nobody may wait but those who were asked. */
  hasAsked: boolean;
}

/** What is owed for a registration that is confirmed, no longer when one is given back, and when that was late. */
export interface Owed {
  registration: RegistrationFacts;
  event: EventFacts;
  kind: "registration" | "reversal" | "late_cancel";
  /** Without VAT. */
  amountOre: number;
  /** When it is about one place that was given back, and not about all of them. */
  ticketId?: string;
  by: string | null;
  at: Temporal.Instant;
}

/** What a batch comes to: an answer for each command, and everything to be written. */
export interface Outcome {
  answers: Answer[];
  /** With the moment each came, which is the order of the list. */
  created: { registration: RegistrationFacts; command: Register; at: Temporal.Instant }[];
  /** Registrations that are written anew, with the state they were read in. */
  changed: Map<
    string,
    {
      registration: RegistrationFacts;
      was: RegistrationState;
      ending: Ending | null;
      reason?: string | undefined;
      by: string | null;
      at: Temporal.Instant;
    }
  >;
  /** Tickets of places taken now. */
  tickets: { eventId: string; registrationId: string; ticketTypeId: string; ticket: Ticket }[];
  /** Places given back alone. `next` is the one that is first now, when the first was given back: it takes over what is answered for the first. */
  returned: { registration: RegistrationFacts; ticketId: string; next: string | null }[];
  quotas: Map<string, QuotaChange>;
  owed: Owed[];
  answered: { registration: RegistrationFacts; questionId: string; value: AnswerValue; by: string | null; at: Temporal.Instant }[];
  changes: Change[];
}

/**
 * Decides a batch from the facts alone: what gives places back first, then what is offered to those who wait, then those who come,
 * each in order of arrival. Pure: no clock, no chance, no database.
 * @param newTickets makes ids and codes of tickets
 */
export function decide(batch: Command[], facts: Facts, newTickets: (count: number) => Ticket[]): Outcome {
  const outcome: Outcome = {
    answers: [],
    created: [],
    changed: new Map(),
    tickets: [],
    returned: [],
    quotas: new Map(),
    owed: [],
    answered: [],
    changes: [],
  };
  const indexes = batch.map((_, index) => index);
  const at = (kind: Command["kind"]) => indexes.filter((index) => batch[index]?.kind === kind);
  for (const index of at("end")) outcome.answers[index] = end(batch[index] as End, facts, outcome);
  for (const index of at("return")) outcome.answers[index] = returnPlace(batch[index] as ReturnPlace, facts, outcome);
  for (const index of at("confirm")) outcome.answers[index] = confirm(batch[index] as Confirm, facts, outcome);
  for (const eventId of new Set(batch.filter(givesBack).map((command) => command.eventId))) {
    const event = facts.events.get(eventId);
    const moment = batch.findLast((command) => command.eventId === eventId)?.at;
    const count = event && moment ? offer(event, moment, facts, outcome, newTickets) : 0;
    for (const index of at("offer")) if (batch[index]?.eventId === eventId) outcome.answers[index] = { kind: "offered", count };
  }
  for (const index of at("register")) outcome.answers[index] = register(batch[index] as Register, facts, outcome, newTickets);
  return outcome;
}

function register(command: Register, facts: Facts, outcome: Outcome, newTickets: (count: number) => Ticket[]): Answer {
  const event = facts.events.get(command.eventId);
  const type = event?.types.get(command.ticketTypeId);
  const person = facts.people.get(personKey(command));
  if (!event || !type || !person || event.status === "draft") return refused(accessRefusals.notHere());
  const known = facts.existing.get(existingKey(command));
  if (known) return done(known, event, false);
  const against = registeringAgainst(command, event, type, person) ?? answersAgainst(command, event);
  if (against) return refused(against);
  const types = [type, ...command.otherTypeIds.flatMap((id) => event.types.get(id) ?? [])];
  const open = types.filter(({ id }) => !facts.had.has(existingKey({ ...command, ticketTypeId: id })));
  const first = open.find((one) => left(one) >= command.quantity) ?? (command.acceptsFewer ? open.find((one) => left(one) > 0) : undefined);
  // who waits where nothing is left needs no turn; who would take a place does
  if (first && event.hasQueue && !command.isByHost && !isInside(person, command.at)) return refused(queueRefusals.notLetIn());
  if (first && !command.isPastList && first.quotas.some(({ waiting }) => waiting > 0)) return { kind: "list first" };
  const registration = newRegistration(command, person);
  if (first) {
    const missing = command.isHold || command.by !== command.personId ? [] : missingAnswers(event.questions, answeredIn(command, event));
    if (missing.length > 0) return refused(questionRefusals.notAnswered({ answers: missing }));
    registration.quantity = Math.min(command.quantity, left(first));
    if (!command.isHold && event.approvalHours !== null && !command.isByHost) ask(registration, event, event.approvalHours, command.at);
    else {
      registration.state = command.isHold ? "held" : "confirmed";
      registration.heldUntil = command.isHold ? command.at.add({ minutes: holdMinutes }) : null;
    }
    take(registration, first, event, facts, outcome, newTickets(registration.quantity));
  } else {
    if (!command.wait) return refused(eventRefusals.soldOut({ waiting: Math.max(0, ...type.quotas.map(({ waiting }) => waiting)) }));
    registration.state = "waiting";
    facts.had.add(existingKey(registration));
    changeWaiting(types, event, outcome, 1);
    for (const { id } of types.flatMap(({ quotas }) => quotas)) changeOf(event, id, outcome).hasLeftWithout = true;
  }
  facts.existing.set(existingKey(command), registration);
  facts.registrations.set(registration.id, registration);
  outcome.created.push({ registration, command, at: first ? command.at : nextInLine(event, command.at) });
  for (const { id: questionId, kind, key } of event.questions) {
    const value = command.answers[key] ?? null;
    if (isAnswer(kind, value)) outcome.answered.push({ registration, questionId, value, by: command.by, at: command.at });
  }
  const kind = registration.askedAt !== null ? "pending" : (registration.state as "held" | "waiting" | "confirmed");
  outcome.changes.push({ registration, event, kind, by: command.by, at: command.at });
  if (kind === "confirmed") owe("registration", registration.priceOre, { registration, event, by: command.by, at: command.at }, outcome);
  return done(registration, event, true);
}

function registeringAgainst(command: Register, event: EventFacts, type: TypeFacts, person: PersonFacts): Refusal | undefined {
  if (event.status === "cancelled") return eventRefusals.cancelled();
  if (isOver(event, command.at)) return eventRefusals.isOver();
  const isAsked = command.isByHost || person.isInvited;
  if (event.audience === "invited" && !isAsked) return accessRefusals.notHere();
  if (event.audience === "members" && !person.isOfAudience && !isAsked) return eventRefusals.membersOnly();
  const sale = saleAt(type, command.at);
  if (sale === "not yet") return eventRefusals.notOpenYet({ from: type.opensAt ?? command.at, timeZone: event.timeZone });
  if (sale === "over") return eventRefusals.saleOver();
  if (type.accessCode !== null && type.accessCode !== command.accessCode) return eventRefusals.wrongAccessCode();
  if (command.quantity > type.mostPlaces) return eventRefusals.tooManyPlaces({ most: type.mostPlaces });
  return undefined;
}

function answersAgainst(command: Register, event: EventFacts): Refusal | undefined {
  const wrong = wrongAnswers(event.questions, command.answers, command.by === command.personId);
  return wrong.length > 0 ? questionRefusals.doesNotFit({ answers: wrong }) : undefined;
}

function answeredIn({ answers }: Register, { questions }: EventFacts): Set<string> {
  return new Set(questions.filter(({ kind, key }) => isAnswer(kind, answers[key] ?? null)).map(({ key }) => key));
}

function end(command: End, facts: Facts, outcome: Outcome): Answer {
  const registration = facts.registrations.get(command.registrationId);
  const event = registration && facts.events.get(registration.eventId);
  if (!registration || !event) return refused(accessRefusals.notHere());
  if (registration.state === "cancelled" || !command.from.includes(registration.state)) return refused(eventRefusals.ended());
  const { heldUntil } = registration;
  if (command.ending === "expired" && (heldUntil === null || Temporal.Instant.compare(heldUntil, command.at) > 0))
    return refused(eventRefusals.ended());
  if (registration.tickets.some(({ isUsed }) => isUsed)) return refused(eventRefusals.ticketUsed());
  if (command.ending === "cancelled" && isOver(event, command.at)) return refused(eventRefusals.isOver());
  const was = registration.state;
  const types = typesOf(registration, event);
  const [type] = types;
  if (takesPlaces(was) && type) changeTaken(type, event, outcome, -registration.quantity);
  if (was === "waiting") changeWaiting(types, event, outcome, -1);
  Object.assign(registration, { state: "cancelled", heldUntil: null });
  facts.existing.delete(existingKey(registration));
  facts.had.delete(existingKey(registration));
  event.line = event.line.filter(({ id }) => id !== registration.id);
  const ending = endingOf(command.ending, was, registration);
  const { reason, by, at } = command;
  outcome.changed.set(registration.id, { registration, was, ending, reason, by, at });
  outcome.changes.push({ registration, event, kind: ending, by, at });
  if (was === "confirmed") {
    owe("reversal", -registration.priceOre, { registration, event, by, at }, outcome);
    // whoever runs the event takes a place back without a fee
    const isByOneself = ending === "cancelled" && by === registration.personId;
    owe("late_cancel", isByOneself ? lateCancelOre(registration.priceOre, event, at) : 0, { registration, event, by, at }, outcome);
  }
  return done(registration, event, false);
}

/** Gives one place back and keeps the others; the last one is the registration. */
function returnPlace(command: ReturnPlace, facts: Facts, outcome: Outcome): Answer {
  const registration = facts.registrations.get(command.registrationId);
  const event = registration && facts.events.get(registration.eventId);
  const [ticket, ...others] = registration ? returnedFirst(registration.tickets, command.ticketId) : [];
  if (!registration || !event || registration.state !== "confirmed" || !ticket) return refused(ticketRefusals.notValid());
  if (ticket.isUsed) return refused(ticketRefusals.usedStays());
  if (isOver(event, command.at)) return refused(eventRefusals.isOver());
  const { registrationId, eventId, ticketId, by, at } = command;
  if (others.length === 0)
    return end({ kind: "end", registrationId, eventId, ending: "cancelled", from: ["confirmed"], by, at }, facts, outcome);
  const [type] = typesOf(registration, event);
  if (type) changeTaken(type, event, outcome, -1);
  const eachOre = registration.priceOre / registration.quantity;
  const next = registration.tickets[0] === ticket ? (others[0]?.id ?? null) : null;
  Object.assign(registration, {
    quantity: registration.quantity - 1,
    priceOre: registration.priceOre - eachOre,
    tickets: registration.tickets.filter((one) => one !== ticket),
  });
  outcome.returned.push({ registration, ticketId, next });
  outcome.changed.set(registration.id, { registration, was: "confirmed", ending: null, by, at });
  outcome.changes.push({ registration, event, kind: "place_returned", ticketId, by, at });
  owe("reversal", -eachOre, { registration, event, ticketId, by, at }, outcome);
  owe(
    "late_cancel",
    by === registration.personId ? lateCancelOre(eachOre, event, at) : 0,
    { registration, event, ticketId, by, at },
    outcome,
  );
  return done(registration, event, false);
}

function isOver({ endsAt }: EventFacts, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endsAt, at) <= 0;
}

// the place it is about, and then the others in their order; nothing when it is none of them
function returnedFirst(tickets: readonly Ticket[], ticketId: string): Ticket[] {
  const ticket = tickets.find(({ id }) => id === ticketId);
  return ticket ? [ticket, ...tickets.filter((one) => one !== ticket)] : [];
}

function confirm(command: Confirm, facts: Facts, outcome: Outcome): Answer {
  const registration = facts.registrations.get(command.registrationId);
  const event = registration && facts.events.get(registration.eventId);
  if (!registration || !event) return refused(accessRefusals.notHere());
  if (registration.state === "confirmed") return done(registration, event, false);
  const { heldUntil } = registration;
  if (heldUntil === null || Temporal.Instant.compare(heldUntil, command.at) <= 0) return refused(eventRefusals.notHeld());
  // whoever takes them for somebody else does not know what they eat
  const missing = command.by === registration.personId ? missingAnswers(event.questions, new Set(registration.answered)) : [];
  if (missing.length > 0) return refused(questionRefusals.notAnswered({ answers: missing }));
  const { by, at } = command;
  const was = registration.state;
  const isAsking = event.approvalHours !== null && registration.approvedAt === null && !command.isApproval;
  // who has asked already waits for the answer
  if (isAsking && registration.askedAt !== null) return done(registration, event, false);
  if (isAsking && event.approvalHours !== null) ask(registration, event, event.approvalHours, at);
  else Object.assign(registration, { state: "confirmed", heldUntil: null, approvedAt: command.isApproval ? at : registration.approvedAt });
  outcome.changed.set(registration.id, { registration, was, ending: null, by, at });
  outcome.changes.push({ registration, event, kind: isAsking ? "pending" : "confirmed", by, at });
  if (!isAsking) owe("registration", registration.priceOre, { registration, event, by, at }, outcome);
  return done(registration, event, false);
}

/** Asks whoever runs the event: the place is kept until they answer, and no longer than they have said. */
function ask(registration: RegistrationFacts, event: EventFacts, hours: number, at: Temporal.Instant): void {
  const until = at.add({ hours });
  const heldUntil = Temporal.Instant.compare(until, event.endsAt) > 0 ? event.endsAt : until;
  Object.assign(registration, { state: "held", askedAt: at, heldUntil });
}

function owe(kind: Owed["kind"], amountOre: number, owed: Omit<Owed, "kind" | "amountOre">, outcome: Outcome): void {
  if (amountOre !== 0) outcome.owed.push({ kind, amountOre, ...owed });
}

// who waits leaves the list; an offer nobody answers lapses, and a question nobody answers is not a yes
function endingOf(ending: Ending, was: RegistrationState, { offeredAt, askedAt }: RegistrationFacts): Ending {
  if (ending === "expired" && askedAt !== null) return "unanswered";
  if (ending === "cancelled" && was === "waiting") return "left_list";
  return ending === "expired" && offeredAt !== null ? "offer_lapsed" : ending;
}

/** Asks those who wait in their order; who waits for more places than there are is passed by and keeps the place on the list. */
function offer(event: EventFacts, at: Temporal.Instant, facts: Facts, outcome: Outcome, newTickets: (count: number) => Ticket[]): number {
  for (const { id } of event.quotas.values()) changeOf(event, id, outcome).hasAsked = true;
  const isPast = event.status === "cancelled" || Temporal.Instant.compare(event.endsAt, at) <= 0;
  let count = 0;
  for (const registration of isPast ? [] : [...event.line]) {
    const types = typesOf(registration, event);
    const open = types.filter(
      ({ id }) => id === registration.ticketTypeId || !facts.had.has(existingKey({ ...registration, ticketTypeId: id })),
    );
    const type =
      open.find((one) => left(one) >= registration.quantity) ?? (registration.acceptsFewer ? open.find((one) => left(one) > 0) : undefined);
    if (!type) continue;
    changeWaiting(types, event, outcome, -1);
    const until = at.add({ hours: event.offerHours });
    const heldUntil = Temporal.Instant.compare(until, event.endsAt) > 0 ? event.endsAt : until;
    const quantity = Math.min(registration.quantity, left(type));
    Object.assign(registration, { state: "held", quantity, heldUntil, offeredAt: at });
    take(registration, type, event, facts, outcome, newTickets(quantity));
    event.line = event.line.filter(({ id }) => id !== registration.id);
    outcome.changed.set(registration.id, { registration, was: "waiting", ending: null, by: null, at });
    outcome.changes.push({ registration, event, kind: "offered", by: null, at });
    count += 1;
  }
  return count;
}

function take(
  registration: RegistrationFacts,
  type: TypeFacts,
  event: EventFacts,
  facts: Facts,
  outcome: Outcome,
  tickets: Ticket[],
): void {
  changeTaken(type, event, outcome, registration.quantity);
  const each = registration.isMember ? (type.memberPriceOre ?? type.priceOre) : type.priceOre;
  facts.had.delete(existingKey(registration));
  registration.ticketTypeId = type.id;
  facts.had.add(existingKey(registration));
  registration.priceOre = each * registration.quantity;
  registration.vatPercent = vatPercentOf("service", event.isVatRegistered);
  // the first place is for whoever registers, unless it is a company that says later who comes
  registration.tickets = tickets.map((ticket, index) =>
    index === 0 && registration.organizationId === null ? { ...ticket, holderName: registration.holder } : ticket,
  );
  for (const ticket of registration.tickets)
    outcome.tickets.push({ eventId: event.id, registrationId: registration.id, ticketTypeId: type.id, ticket });
}

/** The places of a type that are left: those of the fullest quota it draws on. */
export function left(type: Pick<TypeFacts, "quotas">): number {
  return Math.min(...type.quotas.map(({ size, taken }) => size - taken));
}

// the type it is registered for, and those it would take as well
function typesOf({ ticketTypeId, otherTypeIds }: RegistrationFacts, event: EventFacts): TypeFacts[] {
  return [ticketTypeId, ...otherTypeIds].flatMap((id) => event.types.get(id) ?? []);
}

function changeTaken(type: TypeFacts, event: EventFacts, outcome: Outcome, by: number): void {
  for (const quota of type.quotas) {
    quota.taken += by;
    changeOf(event, quota.id, outcome).taken += by;
  }
}

function changeWaiting(types: TypeFacts[], event: EventFacts, outcome: Outcome, by: 1 | -1): void {
  for (const quota of new Set(types.flatMap(({ quotas }) => quotas))) {
    quota.waiting += by;
    changeOf(event, quota.id, outcome).waiting += by;
  }
}

function changeOf(event: EventFacts, quotaId: string, outcome: Outcome): QuotaChange {
  const known = outcome.quotas.get(quotaId);
  if (known) return known;
  const quota = event.quotas.get(quotaId);
  if (!quota) throw new Error("A type draws on a quota of another event");
  const change = { eventId: event.id, quota, taken: 0, waiting: 0, hasLeftWithout: false, hasAsked: false };
  outcome.quotas.set(quotaId, change);
  return change;
}

// two who come in one moment stand in the order they were decided in
function nextInLine(event: EventFacts, at: Temporal.Instant): Temporal.Instant {
  const { lastWaiting: last } = event;
  event.lastWaiting = last !== null && Temporal.Instant.compare(at, last) <= 0 ? last.add({ microseconds: 1 }) : at;
  return event.lastWaiting;
}

function newRegistration(command: Register, person: PersonFacts): RegistrationFacts {
  const { registrationId: id, eventId, ticketTypeId, otherTypeIds, quantity, acceptsFewer, personId, organizationId } = command;
  return {
    ...{ id, eventId, ticketTypeId, otherTypeIds, quantity, acceptsFewer, personId, organizationId },
    state: "confirmed",
    holder: person.name,
    isMember: person.isMember,
    priceOre: 0,
    vatPercent: 0,
    heldUntil: null,
    offeredAt: null,
    askedAt: null,
    // whom they register themselves they have said yes to
    approvedAt: command.isByHost ? command.at : null,
    tickets: [],
    answered: [],
  };
}

function done(registration: RegistrationFacts, event: EventFacts, isNew: boolean): Answer {
  const { id, eventId, ticketTypeId, personId, organizationId, quantity, state, heldUntil, askedAt, priceOre, vatPercent, tickets } =
    registration;
  const ticketTypeName = event.types.get(ticketTypeId)?.name ?? "";
  const shown = {
    ...{ id, eventId, ticketTypeId, ticketTypeName, personId, organizationId, quantity, state, heldUntil, askedAt },
    ...{ priceOre, vatPercent, tickets },
  };
  return { kind: "done", registration: shown, isNew };
}

function refused(refusal: Refusal): Answer {
  return { kind: "refused", refusal };
}
