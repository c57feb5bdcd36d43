import { expect, test } from "vitest";
import { nextWeekday, openDays } from "./open-days.ts";

const friday = "2026-11-27";
const weekend = [
  { day: "2026-11-27", guestSeats: 78 },
  { day: "2026-11-28", guestSeats: 6 },
  { day: "2026-11-29", guestSeats: 6 },
  { day: "2026-11-30", guestSeats: 72 },
];

test("one house that is open on Saturdays does not make Saturday the day one is shown on a Friday", () => {
  expect(openDays(weekend, "2026-11-28")).toEqual(["2026-11-30"]);
  expect(openDays(weekend, friday)).toEqual(["2026-11-27", "2026-11-30"]);
});

test("a network that is open on Sundays only is shown on Sunday", () => {
  expect(
    openDays(
      [
        { day: "2026-11-28", guestSeats: 0 },
        { day: "2026-11-29", guestSeats: 4 },
      ],
      "2026-11-28",
    ),
  ).toEqual(["2026-11-29"]);
});

test("after Friday comes Monday", () => {
  expect([nextWeekday(friday), nextWeekday("2026-11-29"), nextWeekday("2026-12-01")]).toEqual(["2026-11-30", "2026-11-30", "2026-12-02"]);
});
