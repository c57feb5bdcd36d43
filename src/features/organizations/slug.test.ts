import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

const form = /^[a-z0-9]+(-[a-z0-9]+)*$/;

test.each([
  ["Blåbær & Øl AS", "blabaer-ol-as"],
  ["Brødahls", "brodahls"],
  ["Kárášjohka Đŋŧ", "karasjohka-dngt"],
  ["  657  ", "657"],
  ["Café Crème", "cafe-creme"],
  ["A\u030angstrøm", "angstrom"],
  ["株式会社", ""],
])("%j becomes %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("every name gives a slug the database takes, or none, and the same again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const slug = slugOf(name);

      expect(slug === "" || (form.test(slug) && slug.length <= 80)).toBe(true);
      expect(slugOf(slug)).toBe(slug);
    }),
  );
});

test("a slug is never taken for an id", () => {
  expect(slugOf("01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10")).toBe("o-01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10");
});

test("a slug that is taken gets the next number", () => {
  const long = "a".repeat(80);

  expect(freeSlug("flow", new Set())).toBe("flow");
  expect(freeSlug("flow", new Set(["flow", "flow-2", "flow-4"]))).toBe("flow-3");
  expect(freeSlug(long, new Set([long]))).toBe(`${"a".repeat(78)}-2`);
  expect(freeSlug("", new Set())).toBe("organization");
});
