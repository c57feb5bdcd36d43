import { describe, expect, test } from "vitest";
import { type Criterion, isUnanimous, leadersBy, ranksBy, resultsOf, type Scored, totalOf } from "./results.ts";

const idea: Criterion = { id: "idea", weight: 2, least: 0, most: 10 };
const plan: Criterion = { id: "plan", weight: 1, least: 1, most: 6 };
const only: Criterion = { id: "only", weight: 1, least: 0, most: 10 };

/** Scores of the one criterion, by juror: { Ada: { X: 5, Y: 6 } }. */
function scored(given: Record<string, Record<string, number>>): Scored[] {
  return Object.entries(given).flatMap(([jurorId, scores]) =>
    Object.entries(scores).map(([submissionId, score]) => ({ submissionId, jurorId, scores: new Map([["only", score]]) })),
  );
}

describe("A juror's total", () => {
  test("is each score's share of its scale, by weight: (2 × 8/10 + 1 × 5/5) / 3", () => {
    expect(
      totalOf(
        [idea, plan],
        new Map([
          ["idea", 8],
          ["plan", 6],
        ]),
      ),
    ).toBeCloseTo(260 / 3, 10);
  });

  test("leaves out a criterion without a score, with its weight: it is missing, and not zero", () => {
    expect(totalOf([idea, plan], new Map([["idea", 8]]))).toBe(80);
    expect(totalOf([idea, plan], new Map())).toBeUndefined();
  });

  test("counts a score of zero as the lowest one gave", () => {
    expect(totalOf([idea], new Map([["idea", 0]]))).toBe(0);
  });
});

/*
 * By hand, totals from 0 to 100:
 *        X    Y    Z    mean  sd (n − 1)      z of X  Y   Z
 * Ada    50   60   40   50    √(200/2)  = 10   0   1  −1
 * Bo     40   50   30   40    √(200/2)  = 10   0   1  −1
 * Cy    100   60   20   60    √(3200/2) = 40   1   0  −1
 * mean   190/3  170/3  30; median 50 60 30; mean z 1/3 2/3 −1
 */
const jury = scored({ Ada: { X: 5, Y: 6, Z: 4 }, Bo: { X: 4, Y: 5, Z: 3 }, Cy: { X: 10, Y: 6, Z: 2 } });

describe("What a jury comes to", () => {
  test("is mean, median and standardised mean side by side", () => {
    const results = resultsOf([only], ["X", "Y", "Z"], jury);

    expect(results.map(({ submissionId, count, figures }) => [submissionId, count, figures?.median])).toEqual([
      ["X", 3, 50],
      ["Y", 3, 60],
      ["Z", 3, 30],
    ]);
    expect(results.map(({ figures }) => figures?.mean)).toEqual([190 / 3, 170 / 3, 30].map((value) => expect.closeTo(value, 10)));
    expect(results.map(({ figures }) => figures?.standardised)).toEqual([1 / 3, 2 / 3, -1].map((value) => expect.closeTo(value, 10)));
  });

  test("names another winner by the mean when one juror is carried away, and it is said that they differ", () => {
    const results = resultsOf([only], ["X", "Y", "Z"], jury);

    expect([leadersBy(results, "mean"), leadersBy(results, "median"), leadersBy(results, "standardised")]).toEqual([["X"], ["Y"], ["Y"]]);
    expect(isUnanimous(results)).toBe(false);
    expect(Object.fromEntries(ranksBy(results, "median"))).toEqual({ Y: 1, X: 2, Z: 3 });
  });

  test("is nothing with fewer than three reviews, and what has none does not stand in the order", () => {
    const results = resultsOf([only], ["X", "Y", "Z"], [...jury.filter(({ submissionId }) => submissionId !== "Z"), ...jury.slice(2, 3)]);

    expect(results[2]).toEqual({ submissionId: "Z", count: 1, figures: null });
    expect(ranksBy(results, "mean").get("Z")).toBeUndefined();
  });

  test("leaves out a recused juror: two of three are too few, and four of five are enough", () => {
    const five = scored({ Ada: { X: 5 }, Bo: { X: 5 }, Cy: { X: 5 }, Di: { X: 9 } });

    expect(resultsOf([only], ["X"], five)[0]).toMatchObject({ count: 4, figures: { mean: 60, median: 50 } });
    expect(resultsOf([only], ["X"], five.slice(0, 2))[0]).toEqual({ submissionId: "X", count: 2, figures: null });
  });

  test("takes nothing of the order from a juror who gave the same to all: 0", () => {
    const same = scored({ Ada: { X: 5, Y: 5 }, Bo: { X: 8, Y: 4 }, Cy: { X: 6, Y: 4 } });

    // Bo and Cy: z of X is 1/√2 each, of Ada 0
    expect(resultsOf([only], ["X", "Y"], same)[0]?.figures?.standardised).toBeCloseTo(Math.SQRT2 / 3, 10);
  });

  test("lets two who are level lead together", () => {
    const level = resultsOf([only], ["X", "Y"], scored({ Ada: { X: 5, Y: 5 }, Bo: { X: 6, Y: 6 }, Cy: { X: 7, Y: 7 } }));

    expect(leadersBy(level, "mean")).toEqual(["X", "Y"]);
    expect(ranksBy(level, "mean").get("Y")).toBe(1);
    expect(isUnanimous(level)).toBe(true);
  });
});
