import { ruleAgainst, weekOf } from "../../src/features/bookings/rules.ts";
import { type Booker, priceOf } from "../../src/features/spaces/index.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import { timeZone } from "./calendar.ts";
import type { Network } from "./network.ts";
import type { BookingWish, PlannedBooking } from "./plan-bookings.ts";
import type { Demo } from "./read.ts";
import { type Bookable, readBookables } from "./read-bookables.ts";
import { readStandings } from "./read-standings.ts";

/** A wish that has found its place: the rules allow it and nobody has the time. */
export interface PlacedBooking extends BookingWish {
  bookable: Bookable;
  personId: string | null;
  audience: Booker;
  priceOre: number;
  /** What it takes, of the resource and of all its parts. */
  taken: { resourceId: string; place: number }[];
}

/** In milliseconds, since a board is looked at many thousand times. */
interface Span {
  from: number;
  until: number;
}

/** Time that is taken already, and that is taken while placing. */
export type BookingBoard = Awaited<ReturnType<typeof readBookingBoard>>;

/** Reads what the database holds from a moment on. */
export async function readBookingBoard(tx: Tx, demo: Demo, network: Network, since: Temporal.Instant) {
  const bookables = await readBookables(tx, demo, dayIn(since, timeZone));
  const limited = new Set([...bookables.values()].flatMap(({ id, rules }) => (rules.weeklyMinutes === null ? [] : [id])));
  const board = {
    network,
    bookables,
    standingOn: await readStandings(tx),
    taken: new Map<string, (Span & { place: number })[]>(),
    /** Where people are: nobody sits in two rooms at once, but from a desk one goes to a meeting in the same house. */
    whereabouts: new Map<string, (Span & { spaceId: string; isDesk: boolean })[]>(),
    /** Minutes of people in weeks, of what is limited. */
    weeks: new Map<string, number>(),
  };
  for (const row of await readTaken(tx, since)) {
    const span = spanOf({ from: row.taken_from, until: row.taken_until });
    add(board.taken, row.resource_id, { ...span, place: row.place });
    if (row.person_id === null || row.resource_id !== row.booked_id) continue;
    const times = { from: row.starts_at, until: row.ends_at };
    add(board.whereabouts, row.person_id, { ...spanOf(times), spaceId: row.space_id, isDesk: row.kind === "desk_pool" });
    if (limited.has(row.booked_id)) countWeek(board, row.person_id, row.booked_id, times);
  }
  return board;
}

function readTaken(tx: Tx, since: Temporal.Instant) {
  return tx
    .selectFrom("bookings as b")
    .innerJoin("booked_resources as t", (join) => join.onRef("t.space_id", "=", "b.space_id").onRef("t.booking_id", "=", "b.id"))
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .select(["t.resource_id", "t.place", "b.resource_id as booked_id", "b.person_id", "b.space_id", "r.kind", "b.starts_at", "b.ends_at"])
    .select((row) => row.fn<Temporal.Instant>("lower", ["t.during"]).as("taken_from"))
    .select((row) => row.fn<Temporal.Instant>("upper", ["t.during"]).as("taken_until"))
    .where("b.ends_at", ">", since)
    .execute();
}

/** Places the first way that fits on the board, by the rules a booking is decided by. Undefined when none does. */
export function placeBooking({ kind, ways }: PlannedBooking, board: BookingBoard): PlacedBooking | undefined {
  for (const wish of ways) {
    const placed = placeWish(wish, kind === "traffic", board);
    if (placed) return placed;
  }
  return undefined;
}

function placeWish(wish: BookingWish, isChance: boolean, board: BookingBoard): PlacedBooking | undefined {
  const bookable = board.bookables.get(`${wish.space} ${wish.resource}`);
  if (!bookable) return undefined;
  const during = spanOf(wish, bookable);
  const taken = placesFor(wish, bookable, during, board);
  if (!taken) return undefined;
  if (wish.person === null) {
    take(taken, during, board);
    return { ...wish, bookable, personId: null, audience: "staff", priceOre: 0, taken };
  }
  const personId = board.network.people.get(wish.person)?.id;
  if (!personId || (isChance && isElsewhere(personId, wish, bookable, board))) return undefined;
  const standing = {
    ...board.standingOn(personId, bookable, wish.day),
    weekMinutes: bookable.rules.weeklyMinutes === null ? 0 : (board.weeks.get(weekKey(personId, bookable.id, wish.from)) ?? 0),
  };
  const { from, until, people, bookedAt } = wish;
  if (ruleAgainst({ from, until, people, at: bookedAt }, bookable.rules, bookable.opening, standing, false)) return undefined;
  take(taken, during, board);
  add(board.whereabouts, personId, { ...spanOf(wish), spaceId: bookable.spaceId, isDesk: bookable.isDesk });
  if (bookable.rules.weeklyMinutes !== null) countWeek(board, personId, bookable.id, wish);
  const priceOre = priceOf(bookable.prices, standing.booker, minutesOf(wish));
  return { ...wish, bookable, personId, audience: standing.booker, priceOre, taken };
}

// one place of the resource, or all for maintenance, and everything of its parts; undefined when some of it is taken
function placesFor(wish: BookingWish, { id, places, family }: Bookable, during: Span, board: BookingBoard) {
  const inTheWay = (resourceId: string) => (board.taken.get(resourceId) ?? []).filter((taken) => overlap(taken, during));
  const parts = family.filter((one) => one.id !== id);
  if (parts.some((part) => inTheWay(part.id).length > 0)) return undefined;
  const used = new Set(inTheWay(id).map(({ place }) => place));
  const free = numbersTo(places).filter((place) => !used.has(place));
  const wanted = wish.person === null ? places : 1;
  if (free.length < wanted) return undefined;
  const ofParts = parts.flatMap((part) => numbersTo(part.places).map((place) => ({ resourceId: part.id, place })));
  return [...free.slice(0, wanted).map((place) => ({ resourceId: id, place })), ...ofParts];
}

function isElsewhere(personId: string, wish: BookingWish, { spaceId, isDesk }: Bookable, board: BookingBoard): boolean {
  const span = spanOf(wish);
  const others = (board.whereabouts.get(personId) ?? []).filter((other) => overlap(other, span));
  return others.some((other) => other.spaceId !== spaceId || other.isDesk === isDesk);
}

function take(taken: PlacedBooking["taken"], during: Span, board: BookingBoard): void {
  for (const { resourceId, place } of taken) add(board.taken, resourceId, { ...during, place });
}

type Times = { from: Temporal.Instant; until: Temporal.Instant };
type Buffers = { bufferBeforeMinutes: number; bufferAfterMinutes: number };

function countWeek({ weeks }: Pick<BookingBoard, "weeks">, personId: string, resourceId: string, times: Times): void {
  const week = weekKey(personId, resourceId, times.from);
  weeks.set(week, (weeks.get(week) ?? 0) + minutesOf(times));
}

function weekKey(personId: string, resourceId: string, moment: Temporal.Instant): string {
  return `${personId} ${resourceId} ${weekOf(moment, timeZone).from}`;
}

function minutesOf({ from, until }: Times): number {
  return (until.epochMilliseconds - from.epochMilliseconds) / 60_000;
}

function spanOf({ from, until }: Times, buffers: Buffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }): Span {
  return {
    from: from.epochMilliseconds - buffers.bufferBeforeMinutes * 60_000,
    until: until.epochMilliseconds + buffers.bufferAfterMinutes * 60_000,
  };
}

function overlap(one: Span, other: Span): boolean {
  return one.from < other.until && other.from < one.until;
}

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}
