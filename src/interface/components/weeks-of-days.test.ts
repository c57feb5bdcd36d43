import { expect, test } from "vitest";
import { weeksOfDays } from "./weeks-of-days.ts";

test("days stand at their weekday, with gaps where none is offered", () => {
  const wednesday = { date: "2026-11-25" };
  const friday = { date: "2026-11-27" };
  const monday = { date: "2026-11-30" };

  const { weeks, daysAWeek } = weeksOfDays([wednesday, friday, monday]);

  expect(daysAWeek).toBe(5);
  expect(weeks.map(({ number, days }) => ({ number, days }))).toEqual([
    { number: 48, days: [undefined, undefined, wednesday, undefined, friday] },
    { number: 49, days: [monday, undefined, undefined, undefined, undefined] },
  ]);
});

test("a place open on a Saturday has weeks of seven days", () => {
  expect(weeksOfDays([{ date: "2026-11-28" }]).daysAWeek).toBe(7);
});

test("the turn of the year keeps the week whole", () => {
  const { weeks } = weeksOfDays([{ date: "2026-12-31" }, { date: "2027-01-01" }]);

  expect(weeks.map(({ number }) => number)).toEqual([53]);
});
