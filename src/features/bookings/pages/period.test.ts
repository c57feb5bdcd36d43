import { expect, test } from "vitest";
import { alignedSpans, daysOf, stepped } from "./period.ts";

test("a week is Monday to Sunday, a month the whole weeks around it", () => {
  expect(daysOf("week", "2026-11-29")).toEqual([23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`));
  const november = daysOf("month", "2026-11-24");
  expect([november.length, november[0], november.at(-1)]).toEqual([42, "2026-10-26", "2026-12-06"]);
});

test("a month along from the last of January is the last of February", () => {
  expect([stepped("month", "2026-01-31", 1), stepped("week", "2026-01-01", -1)]).toEqual(["2026-02-28", "2025-12-25"]);
});

test("days of different hours are drawn by the same, also over the change of clocks", () => {
  const open = (opens: string, closes: string) => [{ opens, closes }];
  const days = [
    { day: "2026-10-24", opening: open("10:00", "14:00"), booked: [] },
    { day: "2026-10-26", opening: open("08:00", "16:00"), booked: [] },
  ];

  const spans = alignedSpans(days, "Europe/Oslo");

  expect(spans.map(({ from, quarters }) => [from.toString(), quarters])).toEqual([
    ["2026-10-24T06:00:00Z", 32],
    ["2026-10-26T07:00:00Z", 32],
  ]);
});
