import { describe, expect, test } from "vitest";
import { kaplanMeier, type Span, stepAt } from "./kaplan-meier.ts";
import { logRank } from "./log-rank.ts";

/*
 * Weeks of remission of acute leukaemia with 6-MP and with placebo: Freireich et al., Blood 21 (1963); worked by hand in Kleinbaum and
 * Klein, Survival Analysis, chapter 2. A plus marks those still in remission when last seen.
 */
const mercaptopurine = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
const placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

function remissions(text: string, delay = 0): Span[] {
  return text.split(" ").map((weeks) => ({ entry: delay, exit: delay + Number.parseInt(weeks, 10), isEnd: !weeks.endsWith("+") }));
}

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)));

describe("The curve of Kaplan and Meier", () => {
  test("is that of the book for remissions with 6-MP, to six digits", () => {
    const steps = kaplanMeier(remissions(mercaptopurine));

    expect(steps.map(({ time, atRisk, ended, survival }) => [time, atRisk, ended, rounded(survival)])).toEqual([
      [6, 21, 3, 0.857143],
      [7, 17, 1, 0.806723],
      [10, 15, 1, 0.752941],
      [13, 12, 1, 0.690196],
      [16, 11, 1, 0.627451],
      [22, 7, 1, 0.537815],
      [23, 6, 1, 0.448179],
    ]);
    // standard errors and limits as SAS LIFETEST and R survfit(conf.type = "log-log") print them, and more digits by exact fractions
    expect(steps.map(({ standardError, lower, upper }) => [standardError, lower, upper].map(rounded))).toEqual([
      [0.07636, 0.619718, 0.951552],
      [0.086935, 0.563147, 0.922809],
      [0.09635, 0.5032, 0.889362],
      [0.106815, 0.43161, 0.849066],
      [0.114054, 0.367511, 0.804912],
      [0.128234, 0.267779, 0.746791],
      [0.134591, 0.188052, 0.680143],
    ]);
  });

  test("is that of the book for placebo, where nobody is left in the end", () => {
    const steps = kaplanMeier(remissions(placebo));

    expect(steps.map(({ survival }) => rounded(survival))).toEqual(
      [19, 17, 16, 14, 12, 8, 6, 4, 3, 2, 1, 0].map((left) => rounded(left / 21)),
    );
    expect(steps.at(-1)).toMatchObject({ survival: 0, standardError: 0, lower: null, upper: null });
  });

  test("counts nobody as at risk before they were seen", () => {
    const late: Span[] = [
      { entry: 0, exit: 2, isEnd: true },
      { entry: 1, exit: 4, isEnd: true },
      { entry: 2, exit: 5, isEnd: false },
      { entry: 3, exit: 6, isEnd: true },
    ];

    // at 2: the first two; at 4: the second, third and fourth; at 6: the fourth alone
    expect(kaplanMeier(late).map(({ time, atRisk, survival }) => [time, atRisk, rounded(survival)])).toEqual([
      [2, 2, 0.5],
      [4, 3, 0.333333],
      [6, 1, 0],
    ]);
  });

  test("is the same however late all of them are first seen, and has no step where nothing ends", () => {
    const shifted = kaplanMeier(remissions(mercaptopurine, 10));

    expect(shifted.map(({ survival }) => survival)).toEqual(kaplanMeier(remissions(mercaptopurine)).map(({ survival }) => survival));
    expect(kaplanMeier([{ entry: 0, exit: 3, isEnd: false }])).toEqual([]);
    expect(kaplanMeier([])).toEqual([]);
  });

  test("holds from one end to the next", () => {
    const steps = kaplanMeier(remissions(mercaptopurine));

    expect([5, 6, 9.9, 100].map((time) => stepAt(steps, time)?.time)).toEqual([undefined, 6, 7, 23]);
  });

  test("counts an end on the very first day", () => {
    const steps = kaplanMeier([
      { entry: 0, exit: 0, isEnd: true },
      { entry: 0, exit: 1, isEnd: false },
    ]);

    expect(steps).toMatchObject([{ time: 0, atRisk: 2, survival: 0.5 }]);
  });
});

describe("The log-rank test", () => {
  test("is that of the book for 6-MP against placebo, to six digits", () => {
    const found = logRank(remissions(mercaptopurine), remissions(placebo));

    // the book and SAS LIFETEST: chi-square 16.793; the parts of it in exact fractions by hand
    expect([found?.observed, ...[found?.expected, found?.variance, found?.chiSquare].map((value) => rounded(value ?? null))]).toEqual([
      9, 19.250501, 6.256961, 16.792941,
    ]);
    expect(found?.p).toBeCloseTo(0.0000416880910933, 10);
  });

  test("finds no difference between a group and itself, and says nothing where nothing ended", () => {
    expect(logRank(remissions(placebo), remissions(placebo))).toMatchObject({ chiSquare: 0, p: 1 });
    expect(logRank([], remissions(placebo))).toBeUndefined();
  });
});
