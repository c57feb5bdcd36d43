import { expect, test } from "vitest";
import { dayOfResource, withOutages } from "./day-of-resource.ts";
import type { Booked } from "./day-plan.ts";

const house = {
  openingHours: [{ weekday: 1, opens: "08:00", closes: "17:00" }],
  openingExceptions: [{ day: "2026-11-30", opens: null, closes: null }],
  openOnHolidays: false,
  holidays: [],
};
const withHouse = { opensWithHouse: true, inUseFrom: "2026-11-01", inUseUntil: "2026-12-01" };
const always = { opensWithHouse: false, inUseFrom: null, inUseUntil: null };
const timeZone = "Europe/Oslo";

function repair(startsAt: string, endsAt: string): Booked {
  return { kind: "maintenance", startsAt, endsAt } as Booked;
}

test("a room follows the hours of its house, and one that is always open does not", () => {
  const days = ["2026-11-23", "2026-11-24", "2026-11-30"];

  expect(days.map((day) => dayOfResource(house, withHouse, day).state)).toEqual(["open", "closed", "closed"]);
  expect(days.map((day) => dayOfResource(house, always, day).state)).toEqual(["open", "open", "open"]);
});

test("a room is out of use before it is there and from the day it is not", () => {
  const days = ["2026-10-31", "2026-11-02", "2026-12-01"];

  expect(days.map((day) => dayOfResource(house, withHouse, day).state)).toEqual(["outOfUse", "open", "outOfUse"]);
});

test("a room is out of order on a day when maintenance takes all the hours one could have it", () => {
  const whole = repair("2026-11-22T12:00:00Z", "2026-11-23T16:00:00Z");
  const morning = repair("2026-11-22T12:00:00Z", "2026-11-23T10:00:00Z");
  const stateOf = (resource: typeof always, one: Booked) =>
    withOutages(dayOfResource(house, { ...resource }, "2026-11-23"), [one], { opensWithHouse: resource.opensWithHouse, timeZone }).state;

  expect([stateOf({ ...always, opensWithHouse: true }, whole), stateOf({ ...always, opensWithHouse: true }, morning)]).toEqual([
    "outOfOrder",
    "open",
  ]);
  expect(stateOf(always, whole)).toBe("open");
});
