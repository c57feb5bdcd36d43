import type pg from "pg";
import { type Interval, overlap, withBuffers } from "../booking.ts";
import { offersFor, type Wish } from "../waiting/commands.ts";
import type { Book, Command, Move } from "./command.ts";
import type { Facts, ResourceFacts } from "./facts.ts";

/** Who waits for time around what a batch asks for, in the order they came, and has no offer yet. */
export interface Line {
  /** Those whose wish may stand against a command. */
  waiting: Wish[];
  /** Everybody who waited in the houses then: one who is not among them came later. */
  seen: string[];
  /** The moment the batch is decided at: who wanted time before it waits no more. */
  at: Temporal.Instant;
}

/** Time that is asked for in a house, with room for the longest buffers on either side. */
export type Window = Interval & { spaceId: string };

const longestBuffers = { hours: 16 };
// as many as are offered something at once
const mostWaiting = 100;

/** Asks who waits for time around what is asked for. */
export function askLine(client: pg.ClientBase, batch: Command[], at: Temporal.Instant) {
  const windows = batch.filter(queues).map(windowOf);
  return client.query<Wish>({ name: "bookings_line", text: statements.line, values: [...columns(windows), at] });
}

/** Asks for those who joined a line meanwhile, so that they were not seen when it was decided. */
export function askUnseen(client: pg.ClientBase, windows: Window[], { seen, at }: Line) {
  return client.query({ name: "bookings_line_unseen", text: statements.unseen, values: [...columns(windows), at, seen] });
}

/** Whether whoever asks stands behind those who wait: not maintenance, and not the desk when it says why. */
export function queues(command: Command): command is Book | Move {
  return (
    (command.kind === "book" &&
      (command.as === "booking" || command.as === "at_door" || command.as === "order") &&
      command.override === null) ||
    isMove(command)
  );
}

export function windowOf({ spaceId, startsAt, endsAt }: Book | Move): Window {
  return { spaceId, from: startsAt.subtract(longestBuffers), until: endsAt.add(longestBuffers) };
}

/** Those of a line who want what a batch may take: the same time of the resource, of a part of it or of what it is part of. */
export function lineAgainst(
  rows: Wish[],
  asked: { resource: ResourceFacts; interval: Interval }[],
  resources: Map<string, ResourceFacts>,
  at: Temporal.Instant,
): Line {
  const waiting = rows.filter((wish) => asked.some(({ resource, interval }) => isAgainst(wish, resource, interval, resources)));
  return { waiting: waiting.slice(0, mostWaiting), seen: rows.map(({ id }) => id), at };
}

/** What those who wait want, as the facts of it are asked for. */
export function wantedInLine({ waiting, at }: Line): Book[] {
  return waiting.flatMap((wish) => offersFor(wish, at));
}

/**
 * Who comes before whoever asks for a time, in order, as what each would be offered: all who wait for it, or those who stand
 * before oneself when one stands in line for it too.
 */
export function offersBefore(
  command: Pick<Book, "bookingId" | "personId" | "at">,
  resource: ResourceFacts,
  interval: Interval,
  facts: Facts,
) {
  const before: Book[][] = [];
  for (const wish of facts.line.waiting) {
    const isMine = wish.person_id === command.personId;
    if (wish.id === command.bookingId || (isMine && holds(wish, resource, interval))) break;
    if (isMine || facts.bookings.has(wish.id) || !isAgainst(wish, resource, interval, facts.resources)) continue;
    before.push(offersFor(wish, command.at));
  }
  return before;
}

function isMove(command: Command): command is Move {
  return command.kind === "move" && command.override === null;
}

function holds(wish: Wish, { id }: ResourceFacts, { from, until }: Interval): boolean {
  const isWithin = Temporal.Instant.compare(wish.wanted_from, from) <= 0 && Temporal.Instant.compare(until, wish.wanted_until) <= 0;
  return wish.resource_id === id && isWithin;
}

function isAgainst(wish: Wish, resource: ResourceFacts, interval: Interval, resources: Map<string, ResourceFacts>): boolean {
  const wanted = resources.get(wish.resource_id);
  if (!wanted?.family.some(({ id }) => resource.family.some((part) => part.id === id))) return false;
  return overlap(withBuffers({ from: wish.wanted_from, until: wish.wanted_until }, wanted), withBuffers(interval, resource));
}

function columns(windows: Window[]): unknown[][] {
  return [windows.map(({ spaceId }) => spaceId), windows.map(({ from }) => from), windows.map(({ until }) => until)];
}

const waitsAround = `
  from booking_waits w
  where w.space_id = any($1::uuid[]) and w.left_at is null and w.wanted_until > $4::timestamptz
    and exists (select from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) k(space_id, from_at, until_at)
      where k.space_id = w.space_id and k.from_at < w.wanted_until and k.until_at > w.wanted_from)
    and not exists (select from bookings b where b.space_id = w.space_id and b.id = w.id)`;

const statements = {
  line: `
    select w.space_id, w.id, w.resource_id, w.person_id, w.wanted_from, w.wanted_until, w.minutes, w.title, w.people,
      (select r.step_minutes from resources r where r.id = w.resource_id) as step_minutes${waitsAround}
    order by w.asked_at, w.id`,
  unseen: `select w.id${waitsAround} and w.id <> all($5::uuid[]) limit 1`,
};
