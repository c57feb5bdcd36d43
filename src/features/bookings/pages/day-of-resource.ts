import { addDays, momentOf } from "../../../platform/time/day.ts";
import { type Booked, spanOf } from "./day-plan.ts";
import { openingsOf, type SpaceAnswer } from "./load-day.ts";

type Opening = { opens: string; closes: string };

/** What of a resource says when it can be had. */
export type ResourceAnswer = { opensWithHouse: boolean; inUseFrom: string | null; inUseUntil: string | null };

/** How a day of a resource stands, before anything is booked. */
export type DayState = "open" | "closed" | "outOfUse" | "outOfOrder";

/** A day of a resource by its own rules: one that does not open with the house is open at all hours. */
export function dayOfResource(
  space: SpaceAnswer,
  resource: ResourceAnswer,
  day: string,
): { day: string; opening: Opening[]; state: DayState } {
  const isInUse = (resource.inUseFrom === null || day >= resource.inUseFrom) && (resource.inUseUntil === null || day < resource.inUseUntil);
  const opening = openingsOf(space, day);
  if (!isInUse) return { day, opening: [], state: "outOfUse" };
  return { day, opening, state: resource.opensWithHouse && opening.length === 0 ? "closed" : "open" };
}

/** The same, out of order when maintenance takes all the time one could have it. */
export function withOutages<Day extends { day: string; opening: Opening[]; state: DayState }>(
  each: Day,
  booked: readonly Booked[],
  { opensWithHouse, timeZone }: { opensWithHouse: boolean; timeZone: string },
): Day {
  const { from, quarters } = spanOf(each.day, timeZone, each.opening, []);
  const hours = opensWithHouse
    ? { from, until: from.add({ minutes: quarters * 15 }) }
    : { from: momentOf(each.day, "00:00", timeZone), until: momentOf(addDays(each.day, 1), "00:00", timeZone) };
  const isOut = booked.some(
    ({ kind, startsAt, endsAt }) =>
      kind === "maintenance" && Temporal.Instant.compare(startsAt, hours.from) <= 0 && Temporal.Instant.compare(endsAt, hours.until) >= 0,
  );
  return each.state === "open" && isOut ? { ...each, state: "outOfOrder" } : each;
}
