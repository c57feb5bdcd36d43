import { accessRefusals } from "../../../platform/access/refusals.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import type { Charge, Entry } from "../../plans/index.ts";
import type { Booker } from "../../spaces/index.ts";
import { atDoorAgainst, checkInAgainst, handBackAgainst, handedBackUntil, releaseAgainst } from "../at-door.ts";
import { type BookingState, holdMinutes, type Interval, isLapsed, minutesBetween } from "../booking.ts";
import { bookingRefusals } from "../refusals.ts";
import { ruleAgainst, weekOf } from "../rules.ts";
import type { Answer, Book, CheckIn, Command, End, HandBack, Move, Reprice, Settle, Use } from "./command.ts";
import { comeToDesk, coverTime, hasLostCover, isTooLate, letGoOfCover, makeUse, settleCover } from "./cover.ts";
import type { DeskDay } from "./desk-days.ts";
import { type BookingFacts, bookerOf, type Facts, type ResourceFacts, standingKey, type Taken, weekKey } from "./facts.ts";
import { type Line, offersBefore, queues, type Window, windowOf } from "./line.ts";
import { emptyOutcome } from "./outcome.ts";
import { freePlaces, giveBack, take } from "./taken-time.ts";
import { type Claim, commandsOf, decideAsOne, type NewSeries, type TogetherAnswer } from "./together.ts";

export type ChangeKind =
  | "held"
  | "asked"
  | "booked"
  | "moved"
  | "approved"
  | "refused"
  | "cancelled"
  | "expired"
  | "released"
  | "checked_in"
  | "ended"
  | "repriced";

/** A booking with what happened to it. */
export interface Change {
  booking: BookingFacts;
  resource: ResourceFacts;
  kind: ChangeKind;
  by: string | null;
  reason: string | null;
  at: Temporal.Instant;
  /** The time it had before it was moved. */
  was: Interval | null;
  /** The company that paid before it was moved. */
  organizationBefore?: string | null;
  /** What it cost before it was priced anew. */
  priceOreBefore?: number;
  /** The announcement that the house is shut. */
  shutting?: string | undefined;
}

/** What a batch comes to: an answer for each command, and everything to be written. */
export interface Outcome {
  answers: (Answer | TogetherAnswer)[];
  series: NewSeries[];
  created: { command: Book; booking: BookingFacts }[];
  /** Bookings whose state, time or price is written anew, with the state they were read in. */
  changed: Map<string, { booking: BookingFacts; was: BookingState }>;
  /** Bookings that give their time back. */
  freed: Map<string, { spaceId: string; bookingId: string }>;
  /** Holds whose ten minutes were over when somebody wanted their time. */
  expired: Map<string, { spaceId: string; bookingId: string; at: Temporal.Instant }>;
  /** Weeks that were added to, with what the person may book in one: to be held against what others write meanwhile. */
  weeks: Map<string, { spaceId: string; resourceId: string; personId: string; week: Interval; most: number }>;
  taken: (Taken & { spaceId: string })[];
  /** Resources time is taken of, in the version their rules and parts were read in. */
  seen: Map<string, { resourceId: string; version: number }>;
  /** Time taken by those who stand behind whoever waits, with the line as it was read: to be held against who joins meanwhile. */
  queued: { windows: Window[]; line: Line } | null;
  changes: Change[];
  /** Days whose desks were looked at. */
  days: Map<string, DeskDay>;
  /** What is written of allowances, in order, and what is owed. */
  entries: Entry[];
  charges: Charge[];
}

/**
 * Decides a batch in order of arrival, what gives time back first, from the facts alone; later commands see what earlier ones
 * took. Pure: no clock, no chance, no database. The exclusion constraint keeps the same against facts that were stale.
 */
export function decide(batch: Claim[], facts: Facts): Outcome {
  const outcome = emptyOutcome();
  const order = batch.map((_, index) => index).sort((a, b) => rank(batch[a]) - rank(batch[b]) || a - b);
  for (const index of order) {
    const claim = batch[index] as Claim;
    outcome.answers[index] = claim.kind === "together" ? decideAsOne(claim, facts, outcome, answerTo) : answerTo(claim, facts, outcome);
  }
  return outcome;
}

function rank(claim: Claim | undefined): number {
  return claim && commandsOf(claim).every(({ kind }) => kind === "end") ? 0 : 1;
}

/** Decides one command, and puts what comes of it into the facts and the outcome. */
export function answerTo(command: Command, facts: Facts, outcome: Outcome): Answer {
  switch (command.kind) {
    case "book":
      return book(command, facts, outcome);
    case "move":
      return move(command, facts, outcome);
    case "end":
      return end(command, facts, outcome);
    case "settle":
      return settle(command, facts, outcome);
    case "check_in":
      return checkIn(command, facts, outcome);
    case "hand_back":
      return handBack(command, facts, outcome);
    case "use":
      return use(command, facts, outcome);
    case "reprice":
      return reprice(command, facts, outcome);
  }
}

function book(command: Book, facts: Facts, outcome: Outcome, isFirst = false): Answer {
  const sent = facts.bookings.get(command.bookingId);
  if (sent) return done(sent);
  const resource = facts.resources.get(command.resourceId);
  if (!resource) return refused(accessRefusals.notHere());
  const interval = { from: command.startsAt, until: command.endsAt };
  const standing = standingOf(facts, bookerOf(command.as, command), resource, interval.from);
  const isMaintenance = command.as === "maintenance";
  const isAtDoor = command.as === "at_door";
  const against = isMaintenance
    ? backwards(interval)
    : isAtDoor
      ? atDoorAgainst(interval, resource)
      : ruleAgainst(
          { ...interval, people: command.people, at: command.at },
          resource.rules,
          resource.opening,
          standing,
          command.override !== null || command.as === "hire",
        );
  if (against) return refused(against);
  const wanted = isMaintenance ? resource.places : 1;
  const asking = { ...command, resource, interval, wanted, isFirst };
  if (mustSayWhy(command, asking, facts, outcome)) return refused(bookingRefusals.othersWait());
  const places = placesBehindLine(command, asking, facts, outcome);
  if (places.length < wanted) return refused(taken(resource, interval));
  // whoever would answer has said yes by booking for somebody
  const asks = resource.needsApproval && standing.booker !== "staff" && command.isAtDesk !== true && command.as === "booking";
  const state: BookingState = command.isHold ? "held" : asks ? "pending" : "confirmed";
  const booking: BookingFacts = {
    id: command.bookingId,
    spaceId: resource.spaceId,
    resourceId: resource.id,
    kind: command.as,
    state,
    personId: command.personId,
    organizationId: command.organizationId,
    title: command.title,
    people: command.people,
    ...interval,
    createdAt: command.at,
    checkedInAt: isAtDoor ? command.at : null,
    version: 0,
    heldUntil: command.isHold ? (command.heldUntil ?? command.at.add({ minutes: holdMinutes })) : null,
    audience: standing.booker,
    priceOre: 0,
    usedAt: null,
    places: places.slice(0, wanted),
  };
  facts.bookings.set(booking.id, booking);
  coverTime(booking, resource, { by: command.by, at: command.at }, facts, outcome);
  outcome.created.push({ command, booking });
  take(booking, resource, facts, outcome);
  countWeek(booking, resource, 1, facts, outcome);
  outcome.changes.push({ booking, resource, kind: kindOf(state), by: command.by, reason: command.override, at: command.at, was: null });
  return done(booking);
}

function move(command: Move, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (booking.kind === "outside") return refused(bookingRefusals.keptElsewhere());
  if (isOver(booking)) return refused(bookingRefusals.ended());
  const interval = { from: command.startsAt, until: command.endsAt };
  const isOverridden = command.override !== null;
  if (
    !isOverridden &&
    Temporal.Instant.compare(booking.from, command.at) <= 0 &&
    Temporal.Instant.compare(booking.from, interval.from) !== 0
  )
    return refused(bookingRefusals.tooLate());
  const isStarted = Temporal.Instant.compare(booking.from, command.at) <= 0;
  countWeek(booking, resource, -1, facts, outcome);
  const keepsRules = booking.kind === "booking" || booking.kind === "order";
  const standing = standingOf(facts, bookerOf(booking.kind, { ...booking, by: command.by }), resource, interval.from);
  // one who is in the room may stay longer or leave earlier: the start is in the past, and not asked about again
  const at = isStarted ? booking.from : command.at;
  const against = keepsRules
    ? ruleAgainst({ ...interval, people: booking.people, at }, resource.rules, resource.opening, standing, isOverridden)
    : backwards(interval);
  const stay = (refusal: Refusal) => {
    countWeek(booking, resource, 1, facts, outcome);
    return refused(refusal);
  };
  if (against) return stay(against);
  const asking = {
    bookingId: booking.id,
    personId: booking.personId,
    resource,
    interval,
    wanted: booking.places.length,
    isFirst: !keepsRules,
  };
  if (mustSayWhy(command, asking, facts, outcome)) return stay(bookingRefusals.othersWait());
  const free = placesBehindLine(command, asking, facts, outcome);
  const kept = booking.places.filter((place) => free.includes(place));
  const places = [...kept, ...free.filter((place) => !kept.includes(place))].slice(0, booking.places.length);
  if (places.length < booking.places.length) return stay(taken(resource, interval));
  const was = { from: booking.from, until: booking.until };
  const wasState = booking.state;
  giveBack(booking, facts, outcome);
  // who has come to the old time has not come to the new one
  const isSameStart = Temporal.Instant.compare(was.from, interval.from) === 0;
  letGoOfCover(booking, { by: command.by, at: command.at }, facts, outcome);
  const organizationBefore = booking.organizationId;
  // the company whose plan covered the time pays where that covers the new one too
  booking.organizationId = null;
  Object.assign(booking, interval, { places, audience: standing.booker, checkedInAt: isSameStart ? booking.checkedInAt : null });
  coverTime(booking, resource, { by: command.by, at: command.at }, facts, outcome);
  take(booking, resource, facts, outcome);
  countWeek(booking, resource, 1, facts, outcome);
  write(booking, wasState, outcome);
  outcome.changes.push({
    booking,
    resource,
    kind: "moved",
    by: command.by,
    reason: command.override,
    at: command.at,
    was,
    organizationBefore,
  });
  return done(booking);
}

type Asking = Pick<Book, "bookingId" | "personId"> & { resource: ResourceFacts; interval: Interval; wanted: number; isFirst: boolean };

// time that came free is offered to those who wait for it before others may have it, whoever of them can have it (domain.md 6)
function placesBehindLine(command: Book | Move, asking: Asking, facts: Facts, outcome: Outcome): number[] {
  const { resource, interval, bookingId, personId } = asking;
  const free = () => freePlaces(resource, interval, bookingId, facts, outcome, command.at);
  const places = free();
  if (places.length < asking.wanted || asking.isFirst || !queues(command)) return places;
  outcome.queued = { windows: [...(outcome.queued?.windows ?? []), windowOf(command)], line: facts.line };
  const before = offersBefore({ bookingId, personId, at: command.at }, resource, interval, facts);
  for (const offers of before) offers.some((offer) => book(offer, facts, outcome, true).kind === "done");
  return before.length > 0 ? free() : places;
}

// those at the desk may go before who waits by saying why; an offer made before they have said it would take the time from them
function mustSayWhy(command: Book | Move, asking: Asking, facts: Facts, outcome: Outcome): boolean {
  const { resource, interval, bookingId, personId, wanted, isFirst } = asking;
  if (command.isAtDesk !== true || isFirst || !queues(command)) return false;
  const free = freePlaces(resource, interval, bookingId, facts, outcome, command.at).length;
  const before = offersBefore({ bookingId, personId, at: command.at }, resource, interval, facts).length;
  return before > 0 && free >= wanted && free < wanted + before;
}

function end(command: End, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (booking.kind === "outside") return refused(bookingRefusals.keptElsewhere());
  if (isOver(booking)) return refused(bookingRefusals.ended());
  if (!command.from.includes(booking.state)) return refused(bookingRefusals.wrongState());
  if (command.as === "expired" && !isLapsed(booking, command.at)) return refused(bookingRefusals.wrongState());
  const against = command.as === "released" ? releaseAgainst(booking, resource, command.at) : undefined;
  if (against) return refused(against);
  const was = booking.state;
  giveBack(booking, facts, outcome);
  countWeek(booking, resource, -1, facts, outcome);
  const late = isTooLate(booking, resource, command);
  if (late) makeUse(booking, resource, late, command, facts, outcome);
  else letGoOfCover(booking, command, facts, outcome);
  Object.assign(booking, { state: "cancelled", heldUntil: null });
  write(booking, was, outcome);
  outcome.changes.push({
    booking,
    resource,
    kind: command.as,
    by: command.by,
    reason: command.reason,
    at: command.at,
    was: null,
    shutting: command.shutting,
  });
  return done(booking);
}

function settle(command: Settle, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (booking.state === "cancelled") return refused(bookingRefusals.ended());
  if (booking.state !== (command.as === "booked" ? "held" : "pending")) return refused(bookingRefusals.wrongState());
  const was = booking.state;
  const isAnswered = command.as === "approved" || command.isAtDesk === true;
  const asks = !isAnswered && resource.needsApproval && booking.audience !== "staff" && booking.kind === "booking";
  Object.assign(booking, { state: asks ? "pending" : "confirmed", heldUntil: null });
  settleCover(booking, resource, command, facts, outcome);
  write(booking, was, outcome);
  const kind = command.as === "approved" ? "approved" : kindOf(booking.state);
  outcome.changes.push({ booking, resource, kind, by: command.by, reason: null, at: command.at, was: null });
  return done(booking);
}

function checkIn(command: CheckIn, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (booking.state === "cancelled") return refused(bookingRefusals.ended());
  if (booking.checkedInAt !== null) return done(booking);
  const against = checkInAgainst(booking, command.at);
  if (against) return refused(against);
  Object.assign(booking, { checkedInAt: command.at });
  comeToDesk(booking, resource, command, facts, outcome);
  write(booking, booking.state, outcome);
  outcome.changes.push({ booking, resource, kind: "checked_in", by: command.by, reason: null, at: command.at, was: null });
  return done(booking);
}

// what is left is given back as if it were a booking of its own: in time where one may do so until the start, else it is used
function handBack(command: HandBack, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (isOver(booking)) return refused(bookingRefusals.ended());
  const against = handBackAgainst(booking, command.at);
  if (against) return refused(against);
  const was = { from: booking.from, until: booking.until };
  const isInTime = resource.cancelByMinutes === 0;
  giveBack(booking, facts, outcome);
  countWeek(booking, resource, -1, facts, outcome);
  if (isInTime) letGoOfCover(booking, command, facts, outcome);
  booking.until = handedBackUntil(booking, command.at);
  if (isInTime) coverTime(booking, resource, command, facts, outcome);
  take(booking, resource, facts, outcome);
  countWeek(booking, resource, 1, facts, outcome);
  makeUse(booking, resource, "booking", command, facts, outcome);
  write(booking, booking.state, outcome);
  outcome.changes.push({ booking, resource, kind: "ended", by: command.by, reason: null, at: command.at, was });
  return done(booking);
}

function use(command: Use, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (isOver(booking)) return refused(bookingRefusals.ended());
  if (booking.state !== "confirmed" || Temporal.Instant.compare(booking.until, command.at) > 0)
    return refused(bookingRefusals.wrongState());
  makeUse(booking, resource, "booking", { by: null, at: command.at }, facts, outcome);
  write(booking, booking.state, outcome);
  outcome.changes.push({ booking, resource, kind: "ended", by: null, reason: null, at: command.at, was: null });
  return done(booking);
}

function reprice(command: Reprice, facts: Facts, outcome: Outcome): Answer {
  const booking = facts.bookings.get(command.bookingId);
  const resource = booking && facts.resources.get(booking.resourceId);
  if (!booking || !resource) return refused(accessRefusals.notHere());
  if (isOver(booking)) return refused(bookingRefusals.ended());
  if (!hasLostCover(booking, resource, facts)) return done(booking);
  const { priceOre: priceOreBefore } = booking;
  const clock = { by: null, at: command.at };
  const written = outcome.entries.length;
  letGoOfCover(booking, clock, facts, outcome);
  // the company whose plan covered it pays as long as that does
  booking.organizationId = null;
  coverTime(booking, resource, clock, facts, outcome);
  if (outcome.entries.length > written || booking.priceOre !== priceOreBefore) write(booking, booking.state, outcome);
  if (booking.priceOre !== priceOreBefore)
    outcome.changes.push({ booking, resource, kind: "repriced", by: null, reason: null, at: command.at, was: null, priceOreBefore });
  return done(booking);
}

// given back, or its use is written
function isOver({ state, usedAt }: BookingFacts): boolean {
  return state === "cancelled" || usedAt !== null;
}

// what a person books of a resource in a week, where that is limited
function countWeek(booking: BookingFacts, resource: ResourceFacts, sign: 1 | -1, facts: Facts, outcome: Outcome): void {
  const { weeklyMinutes } = resource.rules;
  if (weeklyMinutes === null || booking.personId === null || booking.audience === "staff") return;
  const week = weekOf(booking.from, resource.opening.timeZone);
  const key = weekKey(booking.personId, resource.id, week.from);
  const minutes = (facts.weeks.get(key) ?? 0) + sign * minutesBetween(booking.from, booking.until);
  facts.weeks.set(key, minutes);
  // staff who go past the limit with a reason are not held against it
  if (sign === 1 && minutes <= weeklyMinutes)
    outcome.weeks.set(key, { spaceId: resource.spaceId, resourceId: resource.id, personId: booking.personId, week, most: weeklyMinutes });
}

function write(booking: BookingFacts, was: BookingState, outcome: Outcome): void {
  const before = outcome.changed.get(booking.id);
  outcome.changed.set(booking.id, { booking, was: before?.was ?? was });
}

function standingOf(facts: Facts, personId: string | null, resource: ResourceFacts, startsAt: Temporal.Instant) {
  const known = facts.standings.get(standingKey(personId, resource.id, startsAt)) ?? { booker: "everyone" as Booker, certificateLevel: 0 };
  const week = weekOf(startsAt, resource.opening.timeZone).from;
  return { ...known, weekMinutes: facts.weeks.get(weekKey(personId, resource.id, week)) ?? 0 };
}

// with the way to what is free instead
function taken({ id }: ResourceFacts, { from, until }: Interval): Refusal {
  return bookingRefusals.taken({ alternatives: `/api/v1/resources/${id}/alternatives?from=${from}&to=${until}` });
}

function backwards({ from, until }: Interval): Refusal | undefined {
  return Temporal.Instant.compare(from, until) >= 0 ? bookingRefusals.backwards() : undefined;
}

function kindOf(state: BookingState): ChangeKind {
  return state === "held" ? "held" : state === "pending" ? "asked" : "booked";
}

function refused(refusal: Refusal): Answer {
  return { kind: "refused", refusal };
}

function done(booking: BookingFacts): Answer {
  const { id, spaceId, resourceId, kind, state, personId, from, until, priceOre } = booking;
  return { kind: "done", booking: { id, spaceId, resourceId, kind, state, personId, startsAt: from, endsAt: until, priceOre } };
}
