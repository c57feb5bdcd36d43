import type { Db } from "../../../platform/database/database.ts";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { openIntervals, openingOf, type ResourceKind, resourceKinds, type SpaceRow } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";
import { type Amount, isAnyAlwaysOpen, openMinutes, takenMinutes } from "./queries.ts";

/** How full a house is on each day of a window, by kind of what can be booked in it: of all kinds, or of those asked for. */
export async function readOccupancy(
  db: Db,
  space: SpaceRow,
  window: Interval,
  now: Temporal.Instant,
  asked: readonly ResourceKind[] = resourceKinds,
) {
  const days = daysWithin(window, space.time_zone);
  const opening = await openingOf(db, space, days[0] ?? dayIn(now, space.time_zone));
  const house = days.flatMap((day) => openIntervals(opening, day).map((interval) => ({ day, ...interval, withHouse: true })));
  const hasAlways = await isAnyAlwaysOpen(db, space.id, asked);
  const always = hasAlways ? days.map((day) => ({ day, from: startOf(day), until: startOf(addDays(day, 1)), withHouse: false })) : [];
  const times = [...house, ...always];
  const [open, taken] = await Promise.all([openMinutes(db, space.id, asked, times), takenMinutes(db, space.id, asked, times, now)]);
  const [openAt, takenAt] = [byDayAndKind(open), byDayAndKind(taken)];
  const kinds = resourceKinds.filter((kind) => open.some((one) => one.kind === kind));
  const openDays = new Set(house.map(({ day }) => day));
  return days.map((day) => ({
    day,
    isOpen: openDays.has(day),
    kinds: kinds.map((kind) => ({
      kind,
      takenMinutes: takenAt.get(`${day} ${kind}`) ?? 0,
      openMinutes: openAt.get(`${day} ${kind}`) ?? 0,
    })),
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

function byDayAndKind(amounts: Amount[]): Map<string, number> {
  return new Map(amounts.map(({ day, kind, minutes }) => [`${day} ${kind}`, minutes]));
}
