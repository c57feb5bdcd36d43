import { addDays, type Day, dayIn } from "../../platform/time/day.ts";
import type { ResourceKind } from "../spaces/index.ts";

/** How often a plan's price is owed and what it includes is granted anew. `once` is a pack. */
export const planPeriods = ["week", "month", "year", "once"] as const;
export type PlanPeriod = (typeof planPeriods)[number];

/** What a plan includes is counted in these. */
export const units = ["day", "room_minute", "machine_minute"] as const;
export type Unit = (typeof units)[number];

/** Who a plan is for. */
export const forWhom = ["person", "company", "everyone"] as const;
export type ForWhom = (typeof forWhom)[number];

/** What is sold, as the VAT act tells them apart: letting of premises, or a service. */
export const supplies = ["letting", "service"] as const;
export type Supply = (typeof supplies)[number];

/** What a plan includes per period. */
export interface Included {
  included_days: number;
  included_room_minutes: number;
  included_machine_minutes: number;
}

/** How much of a unit a plan includes per period. */
export function includedOf(plan: Included, unit: Unit): number {
  return { day: plan.included_days, room_minute: plan.included_room_minutes, machine_minute: plan.included_machine_minutes }[unit];
}

/** The unit a booking of such a thing draws on; none for what no plan includes. */
export function unitOf(kind: ResourceKind): Unit | undefined {
  const drawn: Partial<Record<ResourceKind, Unit>> = {
    desk_pool: "day",
    desk: "day",
    meeting_room: "room_minute",
    studio: "room_minute",
    machine: "machine_minute",
  };
  return drawn[kind];
}

/** What a booking is sold as: a room is let, a desk and a machine are services. */
export function supplyOf(kind: ResourceKind): Supply {
  return ["meeting_room", "auditorium", "studio", "training_centre", "office"].includes(kind) ? "letting" : "service";
}

/** How much a time draws of its unit: its minutes, or each day of the house it touches. */
export function amountOf(unit: Unit, time: Time, timeZone: string): number {
  if (unit !== "day") return Math.round((time.until.epochMilliseconds - time.from.epochMilliseconds) / 60_000);
  return daysTouched(time, timeZone);
}

type Time = { from: Temporal.Instant; until: Temporal.Instant };

function daysTouched({ from, until }: Time, timeZone: string): number {
  const day = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDate();
  return day(from).until(day(until.subtract({ nanoseconds: 1 }))).days + 1;
}

// nobody has a desk for longer than a year in one go
const mostDays = 366;

/** The days of the house a time touches. */
export function daysOfTime(time: Time, timeZone: string): Day[] {
  const first = dayIn(time.from, timeZone);
  return Array.from({ length: Math.min(daysTouched(time, timeZone), mostDays) }, (_, index) => addDays(first, index));
}

/** Kinds of things a day of a plan is drawn on for. */
export const kindsByDay: readonly ResourceKind[] = ["desk_pool", "desk"];
