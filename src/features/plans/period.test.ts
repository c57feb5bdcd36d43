import { describe, expect, test } from "vitest";
import { firstStartFrom, periodAt } from "./period.ts";

const monthly = (startsOn: string) => ({ startsOn, period: "month" as const, validDays: null });

describe("Periods of a subscription", () => {
  test.each([
    ["the first day", "2026-01-31", { from: "2026-01-31", until: "2026-02-28" }],
    ["the last day of a short month", "2026-02-28", { from: "2026-02-28", until: "2026-03-31" }],
    ["the day before the next", "2026-03-30", { from: "2026-02-28", until: "2026-03-31" }],
    ["the 31st again", "2026-03-31", { from: "2026-03-31", until: "2026-04-30" }],
    ["a year later", "2027-02-28", { from: "2027-02-28", until: "2027-03-31" }],
  ])("that began on a 31st: %s", (_, day, period) => {
    expect(periodAt(monthly("2026-01-31"), day)).toEqual(period);
  });

  test("follow on each other with no day between, however they are counted", () => {
    for (const period of ["week", "month", "year"] as const) {
      let day = "2024-02-29";
      const rhythm = { startsOn: day, period, validDays: null };
      for (let index = 0; index < 40; index += 1) {
        const found = periodAt(rhythm, day);
        expect(found?.from).toBe(day);
        day = found?.until ?? "";
      }
    }
  });

  test("a pack has one, as long as it is valid", () => {
    const pack = { startsOn: "2026-11-01", period: "once" as const, validDays: 90 };

    expect([periodAt(pack, "2026-10-31"), periodAt(pack, "2027-01-29"), periodAt(pack, "2027-01-30")]).toEqual([
      undefined,
      { from: "2026-11-01", until: "2027-01-30" },
      undefined,
    ]);
  });

  test("the next to begin is today's when it begins today", () => {
    const found = ["2025-12-31", "2026-01-15", "2026-01-16"].map((day) => firstStartFrom(monthly("2026-01-15"), day));

    expect(found).toEqual(["2026-01-15", "2026-01-15", "2026-02-15"]);
  });
});
