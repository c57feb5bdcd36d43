import type { Selectable } from "kysely";
import type { Resources } from "../../../platform/database/schema.ts";

/** What can be booked in a space. A pool is booked desk by desk; all else as a whole. */
export const resourceKinds = [
  "desk_pool",
  "desk",
  "office",
  "meeting_room",
  "auditorium",
  "studio",
  "training_centre",
  "machine",
  "equipment",
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** Who may book: those who work in the house, its members, members of a network it is in too, or everyone. Each includes those before. */
export const bookers = ["staff", "members", "network", "everyone"] as const;
export type Booker = (typeof bookers)[number];

/** Those a price is written for. */
export const audiences = ["members", "network", "everyone"] as const;
export type Audience = (typeof audiences)[number];

export const priceUnits = ["hour", "half_day", "day"] as const;
export type PriceUnit = (typeof priceUnits)[number];

/** What a resource costs, in øre, by whom and for how long. */
export type Price = { audience: Audience; unit: PriceUnit; amountOre: number };

/** A resource as it is stored. */
export type ResourceRow = Selectable<Resources>;

/** Whether somebody of this kind is among those who may book. */
export function isAmong(booker: Booker, bookedBy: Booker): boolean {
  return bookers.indexOf(booker) <= bookers.indexOf(bookedBy);
}

// half a day is four hours, and a day is what one working day and its evening hold
const halfDayMinutes = 4 * 60;
const dayMinutes = 24 * 60;

/**
 * What `minutes` cost, in øre: the cheapest of hours (each minute counts), half days and days. Staff pay nothing. Somebody no
 * price is written for pays what the next wider circle pays, else the next narrower; where nothing is written it is free.
 */
export function priceOf(prices: readonly Price[], booker: Booker, minutes: number): number {
  if (booker === "staff") return 0;
  const own = audiences.indexOf(booker);
  const order = [...audiences.slice(own), ...audiences.slice(0, own).reverse()];
  const audience = order.find((each) => prices.some((price) => price.audience === each));
  const amount = (unit: PriceUnit) => prices.find((price) => price.audience === audience && price.unit === unit)?.amountOre;
  return cheapest(minutes, { hour: amount("hour"), halfDay: amount("half_day"), day: amount("day") });
}

type Amounts = { hour: number | undefined; halfDay: number | undefined; day: number | undefined };

function cheapest(minutes: number, { hour, halfDay, day }: Amounts): number {
  const days = Math.floor(minutes / dayMinutes);
  const rest = minutes - days * dayMinutes;
  const byHour = hour === undefined ? undefined : (length: number) => Math.round((hour * length) / 60);
  const shorter = [
    byHour?.(rest),
    halfDay === undefined ? undefined : halfDay * Math.ceil(rest / halfDayMinutes),
    halfDay !== undefined && byHour ? halfDay * Math.floor(rest / halfDayMinutes) + byHour(rest % halfDayMinutes) : undefined,
    day,
  ].filter((amount) => amount !== undefined);
  const ofRest = rest === 0 || shorter.length === 0 ? 0 : Math.min(...shorter);
  const wholeDay = Math.min(...[day, byHour?.(dayMinutes)].filter((amount) => amount !== undefined), halfDay ? halfDay * 6 : Infinity);
  return (days === 0 || wholeDay === Infinity ? 0 : days * wholeDay) + ofRest;
}
