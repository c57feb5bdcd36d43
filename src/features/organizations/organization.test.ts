import { expect, test } from "vitest";
import { isStale } from "./organization.ts";
import { isVisible, showsAddress, showsContact } from "./visibility.ts";

test.each([
  ["public", ["own", "fellow", "outside"]],
  ["network", ["own", "fellow"]],
  ["private", ["own"]],
] as const)("a %s organization is there for %j", (visibility, readers) => {
  expect((["own", "fellow", "outside"] as const).filter((reach) => isVisible(visibility, reach))).toEqual(readers);
});

test("the contact address is for those of a shared network", () => {
  expect([showsContact("own"), showsContact("fellow"), showsContact("outside")]).toEqual([true, true, false]);
});

test("where a sole proprietor lives is for oneself", () => {
  expect([showsAddress("ENK", "own"), showsAddress("ENK", "fellow"), showsAddress("ENK", "outside")]).toEqual([true, false, false]);
  expect(showsAddress("AS", "outside")).toBe(true);
});

test("contact data should be confirmed anew after 180 days", () => {
  expect(isStale("2026-05-27", "2026-11-23")).toBe(false);
  expect(isStale("2026-05-26", "2026-11-23")).toBe(true);
  expect(isStale(null, "2026-11-23")).toBe(true);
});
