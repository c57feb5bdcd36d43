import { addDays, type Day, momentOf, weekdayOf } from "../../../platform/time/day.ts";
import { type Opening, type OpeningDay, openingOn } from "../../spaces/index.ts";

/** Help at a fixed time of every week, as clocks show it: "17:00" to "19:00". `valid_until` is the first day it is over. */
export interface Weekly {
  weekday: number;
  opens: string;
  closes: string;
  slot_minutes: number;
  valid_from: Day;
  valid_until: Day | null;
}

/** A time one can be helped at. */
export interface Slot {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** How many days ahead a slot can be taken. */
export const daysAhead = 56;

/** How many slots of one lab a person can have ahead of them, so that there is something left for others. */
export const mostAhead = 2;

/**
 * The slots of a day, in order; none on another weekday, on a day that was taken out, and when the house is shut for that day or a public
 * holiday. A weekday on which the house is otherwise shut is no hindrance: people are let in for the consultation.
 */
export function slotsOn(weekly: Weekly, day: Day, exceptions: ReadonlySet<Day>, opening: Opening): Slot[] {
  if (weekdayOf(day) !== weekly.weekday || exceptions.has(day)) return [];
  if (day < weekly.valid_from || (weekly.valid_until !== null && day >= weekly.valid_until)) return [];
  if (!isHeldOn(openingOn(opening, day))) return [];
  const closes = momentOf(day, weekly.closes, opening.timeZone);
  const slots: Slot[] = [];
  let startsAt = momentOf(day, weekly.opens, opening.timeZone);
  for (;;) {
    const endsAt = startsAt.add({ minutes: weekly.slot_minutes });
    if (Temporal.Instant.compare(endsAt, closes) > 0) return slots;
    slots.push({ startsAt, endsAt });
    startsAt = endsAt;
  }
}

/** Whether there are slots on such a day of the house. */
export function isHeldOn({ closedBecause }: OpeningDay): boolean {
  return closedBecause === null || closedBecause === "weekday";
}

/** The days from one to before another. */
export function daysBetween(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The first of so many places that nobody has; undefined when all are taken. */
export function freePlace(places: number, taken: readonly number[]): number | undefined {
  return Array.from({ length: places }, (_, at) => at + 1).find((place) => !taken.includes(place));
}
