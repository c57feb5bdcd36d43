import { describe, expect, test } from "vitest";
import { isAmong, type Price, priceOf } from "./resource.ts";

const room: Price[] = [
  { audience: "members", unit: "hour", amountOre: 20_000 },
  { audience: "everyone", unit: "hour", amountOre: 40_000 },
  { audience: "everyone", unit: "half_day", amountOre: 120_000 },
  { audience: "everyone", unit: "day", amountOre: 200_000 },
];

describe("What a room costs", () => {
  test.each([
    ["an hour and a half for a member", "members", 90, 30_000],
    ["the same for a stranger", "everyone", 90, 60_000],
    ["four hours: half a day is cheaper than four hours", "everyone", 240, 120_000],
    ["five hours: half a day and an hour", "everyone", 300, 160_000],
    ["eight hours: a day", "everyone", 480, 200_000],
    ["two days and two hours", "everyone", 2 * 1440 + 120, 480_000],
    ["someone of the network pays as everyone where nothing else is written", "network", 60, 40_000],
    ["staff pay nothing", "staff", 600, 0],
  ] as const)("%s", (_, booker, minutes, ore) => {
    expect(priceOf(room, booker, minutes)).toBe(ore);
  });

  test("is nothing where no price is written, and the members' price for all where only that is", () => {
    expect(priceOf([], "everyone", 600)).toBe(0);
    expect(priceOf(room.slice(0, 1), "everyone", 60)).toBe(20_000);
  });

  test("is never more for less time", () => {
    const quarterHours = Array.from({ length: 4 * 24 * 3 }, (_, index) => (index + 1) * 15);
    const costs = quarterHours.map((minutes) => priceOf(room, "everyone", minutes));

    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });
});

test("who may book includes those before", () => {
  expect([isAmong("staff", "members"), isAmong("members", "network"), isAmong("everyone", "network")]).toEqual([true, true, false]);
});
