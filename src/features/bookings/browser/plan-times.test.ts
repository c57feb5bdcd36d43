import { expect, test } from "vitest";
import { clockAt, lastQuarter, shifted, withEnd, withStart } from "./plan-times.ts";

const hours = ["08", "09", "10"];

test("a quarter of the plan is a time of the clock, the last one too", () => {
  expect([0, 5, 11, 12].map((quarter) => clockAt(quarter, hours))).toEqual(["08:00", "09:15", "10:45", "11:00"]);
});

test("a plan that goes to midnight ends a quarter before, as the form does", () => {
  expect([lastQuarter(hours), lastQuarter(["22", "23"])]).toEqual([12, 7]);
});

test("a block keeps its length when it is moved, and stops at the edges", () => {
  expect([shifted({ start: 2, end: 6 }, -5, 12), shifted({ start: 2, end: 6 }, 3, 12), shifted({ start: 2, end: 6 }, 20, 12)]).toEqual([
    { start: 0, end: 4 },
    { start: 5, end: 9 },
    { start: 8, end: 12 },
  ]);
});

test("a block is never shorter than a quarter, nor longer than the plan", () => {
  const block = { start: 4, end: 6 };
  expect([withEnd(block, 2, 12), withEnd(block, 20, 12), withStart(block, 9), withStart(block, -3)]).toEqual([
    { start: 4, end: 5 },
    { start: 4, end: 12 },
    { start: 5, end: 6 },
    { start: 0, end: 6 },
  ]);
});
