import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { type Opening, openingOn } from "../../spaces/index.ts";

type Time = { starts_at: Temporal.Instant; ends_at: Temporal.Instant };

/** Whether all of a time lies on days the house is closed: one that goes on over other days is not shut out by one of them. */
export function isShutOut({ starts_at, ends_at }: Time, opening: Opening): boolean {
  const last = dayIn(ends_at.subtract({ nanoseconds: 1 }), opening.timeZone);
  for (let day: Day = dayIn(starts_at, opening.timeZone); day <= last; day = addDays(day, 1))
    if (openingOn(opening, day).closedBecause === null) return false;
  return true;
}
