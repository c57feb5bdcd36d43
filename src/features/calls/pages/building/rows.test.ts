import { expect, test } from "vitest";
import { afterButton, rowsOf } from "./rows.ts";

const written = {
  title: ["Årets idé"],
  phases: ["2"],
  "phases.1.name.nb": ["Lesing"],
  "phases.1.criteria": ["2"],
  "phases.1.criteria.1.name.nb": ["Nyhet"],
  "phases.1.criteria.2.name.nb": ["Gjennomføring"],
  "phases.2.name.nb": ["Finale"],
};

test("a row that is moved takes its own list along", () => {
  const moved = afterButton(written, "phases:up:2");

  expect(moved).toEqual({
    title: ["Årets idé"],
    phases: ["2"],
    "phases.1.name.nb": ["Finale"],
    "phases.2.name.nb": ["Lesing"],
    "phases.2.criteria": ["2"],
    "phases.2.criteria.1.name.nb": ["Nyhet"],
    "phases.2.criteria.2.name.nb": ["Gjennomføring"],
  });
});

test("a row of a row is added and taken away, and the others stay", () => {
  const more = afterButton(written, "phases.1.criteria:add") ?? {};
  const fewer = afterButton(more, "phases.1.criteria:remove:1") ?? {};

  expect(rowsOf(more, "phases.1.criteria")).toEqual([1, 2, 3]);
  expect(fewer).toMatchObject({
    "phases.1.criteria": ["2"],
    "phases.1.criteria.1.name.nb": ["Gjennomføring"],
    "phases.2.name.nb": ["Finale"],
  });
  expect(fewer).not.toHaveProperty("phases.1.criteria.2.name.nb");
});

test("the first row goes no further up, and what is no row is not moved", () => {
  expect(afterButton(written, "phases:up:1")).toEqual(written);
  expect(afterButton(written, "phases:remove:7")).toBeUndefined();
  expect(afterButton(written, "publish")).toBeUndefined();
});
