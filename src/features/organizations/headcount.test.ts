import { expect, test } from "vitest";
import { headcountOf, sumOfHeadcounts } from "./headcount.ts";

test.each([undefined, 0, 1, 4])("the register says %s: from none to four, never zero", (told) => {
  expect(headcountOf(told)).toEqual({ least: 0, most: 4 });
});

test.each([5, 12, 4300])("the register says %i: exactly that", (told) => {
  expect(headcountOf(told)).toEqual({ least: told, most: told });
});

test("hidden numbers keep a sum open", () => {
  expect(sumOfHeadcounts([headcountOf(12), headcountOf(undefined), headcountOf(undefined)])).toEqual({ least: 12, most: 20 });
});
