import { describe, expect, test } from "vitest";
import type { Opening } from "../spaces/index.ts";
import { isOpenThrough, type ResourceRules, ruleAgainst, type Standing, weekOf } from "./rules.ts";

const oslo = "Europe/Oslo";
const opening: Opening = {
  timeZone: oslo,
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: "17:00" })),
  exceptions: [{ day: "2026-11-26", opens: null, closes: null, reasons: {} }],
  isOpenOnHolidays: false,
  from: "2020-01-01",
  until: null,
};
const always: Opening = {
  ...opening,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00", closes: "24:00" })),
  exceptions: [],
  isOpenOnHolidays: true,
};
const room: ResourceRules = {
  capacity: 8,
  stepMinutes: 15,
  shortestMinutes: 30,
  longestMinutes: 240,
  noticeMinutes: 0,
  horizonDays: 60,
  weeklyMinutes: null,
  bookedBy: "members",
  opensWithHouse: true,
  inUse: { from: "2020-01-01", until: null },
  certification: null,
};
const member: Standing = { booker: "members", certificateLevel: 0, weekMinutes: 0 };
const monday = Temporal.Instant.from("2026-11-23T09:00:00+01:00");

function against(
  times: string,
  given: { rules?: Partial<ResourceRules>; standing?: Partial<Standing>; opening?: Opening; people?: number; isOverridden?: boolean } = {},
) {
  const [from = "", until = ""] = times.split("/");
  const wish = { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until), people: given.people ?? null, at: monday };
  return ruleAgainst(
    wish,
    { ...room, ...given.rules },
    given.opening ?? opening,
    { ...member, ...given.standing },
    given.isOverridden ?? false,
  )?.code;
}

const tuesdayTen = "2026-11-24T10:00+01:00/2026-11-24T11:00+01:00";

describe("A member who books a room", () => {
  test.each([
    ["an hour in the opening hours", tuesdayTen, {}, undefined],
    ["backwards", "2026-11-24T11:00+01:00/2026-11-24T10:00+01:00", {}, "booking.backwards"],
    ["yesterday", "2026-11-22T10:00+01:00/2026-11-22T11:00+01:00", {}, "booking.past"],
    ["the quarter that has just begun", "2026-11-23T09:00+01:00/2026-11-23T09:30+01:00", {}, undefined],
    ["at ten past", "2026-11-24T10:10+01:00/2026-11-24T11:10+01:00", {}, "booking.wrong_step"],
    ["for a quarter of an hour", "2026-11-24T10:00+01:00/2026-11-24T10:15+01:00", {}, "booking.too_short"],
    ["for five hours", "2026-11-24T10:00+01:00/2026-11-24T15:00+01:00", {}, "booking.too_long"],
    ["past closing time", "2026-11-24T16:30+01:00/2026-11-24T17:30+01:00", {}, "booking.closed"],
    ["on a day the house is closed", "2026-11-26T10:00+01:00/2026-11-26T11:00+01:00", {}, "booking.closed"],
    ["on Christmas Day", "2026-12-25T10:00+01:00/2026-12-25T11:00+01:00", {}, "booking.closed"],
    ["a room one may be in at any hour", "2026-11-24T22:00+01:00/2026-11-24T23:00+01:00", { rules: { opensWithHouse: false } }, undefined],
    ["next spring", "2027-03-24T10:00+01:00/2027-03-24T11:00+01:00", {}, "booking.too_far"],
    ["tomorrow, where two days' notice are asked for", tuesdayTen, { rules: { noticeMinutes: 2 * 1440 } }, "booking.too_soon"],
    ["for nine in a room for eight", tuesdayTen, { people: 9 }, "booking.too_many"],
    ["a room for staff", tuesdayTen, { rules: { bookedBy: "staff" } }, "booking.not_for_you"],
    ["the third hour of two a week", tuesdayTen, { rules: { weeklyMinutes: 120 }, standing: { weekMinutes: 90 } }, "booking.week_used"],
    [
      "the last half hour of two a week",
      "2026-11-24T10:00+01:00/2026-11-24T10:30+01:00",
      { rules: { weeklyMinutes: 120 }, standing: { weekMinutes: 90 } },
      undefined,
    ],
    [
      "a room that is taken out of use that day",
      tuesdayTen,
      { rules: { inUse: { from: null, until: "2026-11-24" } } },
      "booking.out_of_use",
    ],
    [
      "a machine without the course",
      tuesdayTen,
      { rules: { certification: { names: { nb: "Laser" }, level: 1 } } },
      "booking.needs_certification",
    ],
    [
      "a machine with a level too low",
      tuesdayTen,
      { rules: { certification: { names: { nb: "Laser" }, level: 2 } }, standing: { certificateLevel: 1 } },
      "booking.needs_certification",
    ],
  ] as const)("%s", (_, times, given, code) => {
    expect(against(times, given as never)).toBe(code);
  });
});

describe("Staff of the house, with a reason", () => {
  test("go past hours, lengths and who may book", () => {
    expect(against("2026-11-24T20:05+01:00/2026-11-25T03:00+01:00", { rules: { bookedBy: "staff" }, isOverridden: true })).toBeUndefined();
  });

  test("never past a certification that keeps people from harm", () => {
    const rules = { certification: { names: { nb: "Laser" }, level: 1 } };
    expect(against(tuesdayTen, { rules, isOverridden: true })).toBe("booking.needs_certification");
  });
});

describe("When clocks change", () => {
  test("the night to winter time is open through all of its 25 hours", () => {
    const from = Temporal.Instant.from("2026-10-24T22:00:00Z");
    expect(isOpenThrough(always, { from, until: from.add({ hours: 25 }) })).toBe(true);
  });

  test("a week with the change is an hour longer", () => {
    const { from, until } = weekOf(Temporal.Instant.from("2026-10-22T10:00:00Z"), oslo);
    expect(until.since(from).total("hours")).toBe(7 * 24 + 1);
  });

  test("three hours from half past one are three hours of time, whatever the clock shows", () => {
    const times = "2027-03-28T01:30+01:00/2027-03-28T05:30+02:00";
    expect(against(times, { opening: always, rules: { horizonDays: 180, longestMinutes: 180 } })).toBeUndefined();
    expect(against(times, { opening: always, rules: { horizonDays: 180, longestMinutes: 165 } })).toBe("booking.too_long");
  });
});
