import type { Db } from "../../../platform/database/database.ts";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { openIntervals, openingOf, resourceKinds, type SpaceRow } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";
import { type Amount, openMinutes, takenMinutes } from "./queries.ts";

/** How full a house is on each day of a window, by kind of what can be booked in it. */
export async function readOccupancy(db: Db, space: SpaceRow, window: Interval, now: Temporal.Instant) {
  const days = daysWithin(window, space.time_zone);
  const opening = await openingOf(db, space, days[0] ?? dayIn(now, space.time_zone));
  const house = days.flatMap((day) => openIntervals(opening, day).map((interval) => ({ day, ...interval, withHouse: true })));
  const always = days.map((day) => ({ day, from: startOf(day), until: startOf(addDays(day, 1)), withHouse: false }));
  const times = [...house, ...always];
  const [open, taken] = await Promise.all([openMinutes(db, space.id, times), takenMinutes(db, space.id, times, now)]);
  const minutesOf = (amounts: Amount[], day: string, kind: string) =>
    amounts.find((one) => one.day === day && one.kind === kind)?.minutes ?? 0;
  const kinds = resourceKinds.filter((kind) => open.some((one) => one.kind === kind));
  return days.map((day) => ({
    day,
    isOpen: house.some((one) => one.day === day),
    kinds: kinds.map((kind) => ({ kind, takenMinutes: minutesOf(taken, day, kind), openMinutes: minutesOf(open, day, kind) })),
  }));

  function startOf(day: string): Temporal.Instant {
    return momentOf(day, "00:00", space.time_zone);
  }
}

function daysWithin({ from, until }: Interval, timeZone: string): string[] {
  const last = dayIn(until.subtract({ nanoseconds: 1 }), timeZone);
  const days: string[] = [];
  for (let day = dayIn(from, timeZone); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
