import { expect, test } from "vitest";
import { isOver, quarterOf, quartersBetween, quarterToClose, readPeriod, yearOf } from "./period.ts";

test("a quarter has three months, and the last one ends with the year", () => {
  expect(quarterOf("2026-11-23")).toEqual({ from: "2026-10-01", to: "2027-01-01" });
  expect(quarterOf("2026-07-01")).toEqual({ from: "2026-07-01", to: "2026-10-01" });
  expect(yearOf("2026-11-23")).toEqual({ from: "2026-01-01", to: "2027-01-01" });
});

test("a period is over on the day after its last", () => {
  const quarter = { from: "2026-07-01", to: "2026-10-01" };

  expect(isOver(quarter, "2026-09-30")).toBe(false);
  expect(isOver(quarter, "2026-10-01")).toBe(true);
});

test("the quarters one may choose go from today back to the first day in the ledger", () => {
  expect(quartersBetween("2026-05-12", "2026-11-23").map(({ from }) => from)).toEqual(["2026-10-01", "2026-07-01", "2026-04-01"]);
});

test("the quarter to close is the last that is over and not settled, else the one of today", () => {
  const settled = [{ from: "2026-07-01", to: "2026-10-01" }];

  expect(quarterToClose([], "2026-05-12", "2026-11-23").from).toBe("2026-07-01");
  expect(quarterToClose(settled, "2026-08-12", "2026-11-23").from).toBe("2026-10-01");
  expect(quarterToClose([], undefined, "2026-11-23").from).toBe("2026-10-01");
});

test("a period is read from the database's range", () => {
  expect(readPeriod("[2026-07-01,2026-10-01)")).toEqual({ from: "2026-07-01", to: "2026-10-01" });
});
