import { amountOf, type Cause, type Cover, type Entry, hold, leftOf, type Unit, unitOf, wantedKey } from "../../plans/index.ts";
import { priceOf } from "../../spaces/index.ts";
import { type Interval, minutesBetween } from "../booking.ts";
import { type AllowanceFacts, dayOf, type Held, wantedOf } from "./cover-facts.ts";
import { coversDay } from "./desk-day-use.ts";
import { deskDaysOf } from "./desk-days.ts";
import type { BookingFacts, ResourceFacts } from "./facts.ts";

export type Time = Interval & Pick<BookingFacts, "id" | "kind" | "personId" | "audience">;
export type Priced = Pick<ResourceFacts, "kind" | "spaceId" | "opening" | "prices">;
export type Done = { by: string | null; at: Temporal.Instant };

/** What a time draws of the plans of whoever has it, as it is told beforehand. */
export interface Drawn {
  unit: Unit;
  /** What plans cover of the time. */
  amount: number;
  /** What was left before it, and what is included in all. */
  left: number;
  included: number;
  /** What the time costs somebody whose plans cover nothing of it. */
  fullPriceOre: number;
}

/** A time with what it holds of allowances and what it costs beyond that. */
export interface Covered {
  entries: Entry[];
  holds: Held[];
  priceOre: number;
  /** The company whose allowance comes first. */
  payer: string | null;
  /** Null when no plan of theirs includes such. */
  drawn: Drawn | null;
}

/**
 * What a time costs somebody: held of the allowances they have at the house as far as these reach, the rest by the prices. It is the
 * one way to a price, for what is shown as for what is owed; the allowances given are drawn on. Staff pay nothing and draw on nothing.
 */
export function coverOf(time: Time, resource: Priced, done: Done, allowances: AllowanceFacts): Covered {
  const wanted = time.kind !== "booking" || time.audience === "staff" ? undefined : wantedOf(time.personId, resource, time.from);
  const covers = wanted === undefined ? [] : (allowances.cover.get(wantedKey(wanted)) ?? []);
  if (time.kind !== "booking") return { entries: [], holds: [], priceOre: 0, payer: null, drawn: null };
  const before =
    wanted && covers.length > 0 ? { unit: wanted.unit, ...restOf(covers), fullPriceOre: priceBeyond(time, resource, 0) } : null;
  const { entries, holds, shared } =
    wanted?.unit === "day" ? drawDays(time, resource, covers, done, allowances) : draw(time, resource, covers, done);
  const covered = shared + sumOf(holds);
  return {
    entries,
    holds,
    priceOre: priceBeyond(time, resource, covered),
    payer: covers[0]?.organizationId ?? null,
    drawn: before && { ...before, amount: covered },
  };
}

/** What is not covered costs its share of the time's minutes. */
export function priceBeyond(time: Interval & Pick<Time, "audience">, resource: Priced, covered: number): number {
  const unit = unitOf(resource.kind);
  const whole = unit === undefined ? 0 : amountOf(unit, time, resource.opening.timeZone);
  const minutes = minutesBetween(time.from, time.until);
  const left = whole === 0 ? minutes : Math.ceil((minutes * (whole - covered)) / whole);
  return left <= 0 ? 0 : priceOf(resource.prices, time.audience, left);
}

export function sumOf(holds: readonly { amount: number }[]): number {
  return holds.reduce((sum, { amount }) => sum + amount, 0);
}

/** Why an entry is written for a booking's day. */
export function causeOf({ id, personId }: Pick<Time, "id" | "personId">, day: string, { by, at }: Done): Cause {
  return { cause: "booking", bookingId: id, personId, day, by, at };
}

function draw(time: Time, resource: Priced, covers: readonly Cover[], done: Done) {
  const { timeZone } = resource.opening;
  const unit = unitOf(resource.kind);
  const day = time.from.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const amount = unit === undefined ? 0 : amountOf(unit, time, timeZone);
  return { ...holdFor(time, day, amount, covers, done), shared: 0 };
}

// a day on which the person has another desk is held already
function drawDays(time: Time, resource: Priced, covers: readonly Cover[], done: Done, allowances: AllowanceFacts) {
  const days = deskDaysOf(time, resource);
  const isShared = Map.groupBy(days, (day) => {
    const desks = dayOf(allowances, day);
    return desks !== undefined && coversDay(desks, time.id, allowances);
  });
  const held = (isShared.get(false) ?? []).map(({ day }) => holdFor(time, day, 1, covers, done));
  return {
    entries: held.flatMap(({ entries }) => entries),
    holds: held.flatMap(({ holds }) => holds),
    shared: isShared.get(true)?.length ?? 0,
  };
}

function holdFor(time: Time, day: string, amount: number, covers: readonly Cover[], done: Done) {
  const allowances = covers.map(({ allowance }) => allowance);
  const { entries, holds } = hold(allowances, amount, causeOf(time, day, done));
  return { entries, holds: holds.map((each): Held => ({ ...each, personId: time.personId, day, isStanding: true })) };
}

function restOf(covers: readonly Cover[]) {
  const sum = (each: (cover: Cover) => number) => covers.reduce((total, cover) => total + each(cover), 0);
  return { left: sum(({ allowance }) => leftOf(allowance)), included: sum(({ included }) => included) };
}
