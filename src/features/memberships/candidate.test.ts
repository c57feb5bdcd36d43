import { describe, expect, test } from "vitest";
import { mayStillUndo, needsReason, urgencyOf } from "./candidate.ts";

const today = "2026-11-23";

describe("a next step", () => {
  test.each([
    ["2026-11-23", "today"],
    ["2026-11-22", "late"],
    ["2026-11-24", "later"],
    [null, "later"],
  ] as const)("on %s is %s", (nextStepOn, urgency) => {
    expect(urgencyOf({ stage: "contacted", nextStep: "Ring igjen", nextStepOn }, today)).toBe(urgency);
  });

  test("is missing when nobody has said what comes next", () => {
    expect(urgencyOf({ stage: "prospect", nextStep: null, nextStepOn: null }, today)).toBe("without");
  });

  test("is never late for somebody who said no", () => {
    expect(urgencyOf({ stage: "declined", nextStep: "Spør igjen", nextStepOn: "2026-01-01" }, today)).toBe("later");
  });
});

test.each([
  ["prospect", "contacted", false],
  ["prospect", "applied", false],
  ["applied", "member", false],
  ["applied", "declined", true],
  ["applied", "contacted", true],
  ["declined", "contacted", false],
] as const)("from %s to %s needs a reason: %s", (from, to, isNeeded) => {
  expect(needsReason(from, to)).toBe(isNeeded);
});

describe("a move", () => {
  const changedAt = Temporal.Instant.from("2026-11-23T08:00:00Z");

  test("can be undone for a day, if it is the last and not undone", () => {
    expect(mayStillUndo({ changedAt, isUndone: false, isLast: true }, changedAt.add({ hours: 24 }))).toBe(true);
  });

  test.each([
    ["the day after", { isUndone: false, isLast: true }, 25],
    ["twice", { isUndone: true, isLast: true }, 1],
    ["when another came after", { isUndone: false, isLast: false }, 1],
  ])("cannot be undone %s", (_, state, hours) => {
    expect(mayStillUndo({ changedAt, ...state }, changedAt.add({ hours }))).toBe(false);
  });
});
