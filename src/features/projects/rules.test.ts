import { describe, expect, test } from "vitest";
import { costOf, rowsToReach } from "./accounts/hours.ts";
import { aidOn, inEuroCents, passedOn } from "./aid/aid.ts";
import { actualBalance, balanceOf } from "./budget/balance.ts";
import { funderExamples, hourRate, inParts } from "./funding/funder-rules.ts";
import { reminderDue } from "./funding/remind.ts";
import { deviationPercent, isOver } from "./packs/pack.ts";
import { milestoneState } from "./project.ts";

describe("A budget", () => {
  const line = (side: "cost" | "financing", amountOre: number, isInKind = false) => ({ side, amountOre, isInKind });

  test("balances when costs equal financing, money and in kind apart", () => {
    const whole = [line("cost", 900), line("financing", 700), line("financing", 200), line("cost", 50, true), line("financing", 50, true)];

    expect(balanceOf(whole)).toEqual({
      money: { costOre: 900, financingOre: 900, differenceOre: 0 },
      inKind: { costOre: 50, financingOre: 50, differenceOre: 0 },
      isBalanced: true,
    });
  });

  test("does not balance when unpaid work stands for money, though the sums are equal", () => {
    const { money, inKind, isBalanced } = balanceOf([line("cost", 900), line("financing", 700), line("financing", 200, true)]);

    expect([money.differenceOre, inKind.differenceOre, isBalanced]).toEqual([200, -200, false]);
    expect(balanceOf([]).isBalanced).toBe(false);
  });

  test("is not financed by a line beyond what it has, nor where no line pays", () => {
    const cost = { side: "cost" as const, plannedOre: 1_000, actualOre: 900 };
    const grant = { side: "financing" as const, plannedOre: 700, actualOre: 800 };

    expect(actualBalance([cost, grant])).toEqual({ costOre: 900, financingOre: 700, differenceOre: 200 });
  });
});

describe("Funder rules", () => {
  const salary = (yearlySalaryOre: number) => ({ yearlySalaryOre, rateOre: null });
  const innovationNorway = { salary_per_10000: 12, hour_cap_ore: 70_000 };

  test("make a rate of a salary at 1.2 per mille, and never above the cap", () => {
    expect(hourRate(salary(50_000_000), innovationNorway)).toEqual({ rateOre: 60_000, capOre: 70_000 });
    expect(hourRate(salary(80_000_000), innovationNorway)).toEqual({ rateOre: 70_000, capOre: 70_000 });
    expect(hourRate({ yearlySalaryOre: null, rateOre: 90_000 }, innovationNorway)).toEqual({ rateOre: 70_000, capOre: 70_000 });
    expect(hourRate({ yearlySalaryOre: null, rateOre: 45_000 }, {})).toEqual({ rateOre: 45_000, capOre: null });
    expect(hourRate(salary(50_000_000), {})).toBeUndefined();
  });

  test("are shipped with a source and a date each, and tranches that come to the whole", () => {
    for (const { rules, tranches } of funderExamples) {
      for (const { source, sourceOn } of rules) expect([source.length > 10, /^\d{4}-\d\d-\d\d$/.test(sourceOn)]).toEqual([true, true]);
      expect(tranches.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
    }
    expect(inParts(100_000_001, [30, 50, 20])).toEqual([30_000_000, 50_000_000, 20_000_001]);
  });
});

describe("Hours", () => {
  const at = (rateOre: number) => ({ rateOre, capOre: null, financingLineId: "a" });

  test("are written as the difference at the same rate, so that the rows come to what the day costs", () => {
    const written = [{ ...at(40_001), minutes: 90, amountOre: costOf(90, 40_001) }];

    const rows = rowsToReach(100, at(40_001), written);

    expect(rows).toEqual([{ ...at(40_001), minutes: 10, amountOre: costOf(100, 40_001) - costOf(90, 40_001) }]);
    expect(rowsToReach(90, at(40_001), written)).toEqual([]);
  });

  test("at another rate are taken back for exactly what they cost, and written anew", () => {
    const written = [{ ...at(40_000), minutes: 60, amountOre: 40_000 }];

    expect(rowsToReach(120, at(50_000), written)).toEqual([
      { ...at(40_000), minutes: -60, amountOre: -40_000 },
      { ...at(50_000), minutes: 120, amountOre: 100_000 },
    ]);
    expect(rowsToReach(0, at(50_000), written)).toEqual([{ ...at(40_000), minutes: -60, amountOre: -40_000 }]);
  });
});

describe("State aid", () => {
  const aid = (grantedOn: string, euro: number) => ({ grantedOn, amountEuroCents: euro * 100 });

  test("is counted over the three years that end with the day, the day three years earlier left out", () => {
    const given = [aid("2023-11-30", 100_000), aid("2023-12-01", 50_000), aid("2026-11-30", 10_000)];

    expect(aidOn(given, "2026-11-30")).toBe(6_000_000);
    expect(aidOn(given, "2026-11-29")).toBe(15_000_000);
  });

  test("passes the limit on the day it does, also by an award that is written down late, and not at the limit itself", () => {
    expect(passedOn([aid("2024-01-10", 200_000), aid("2026-01-09", 100_000)])).toBeUndefined();
    expect(passedOn([aid("2026-01-09", 100_001), aid("2024-01-10", 200_000)])).toEqual({ day: "2026-01-09", usedEuroCents: 30_000_100 });
    expect(passedOn([aid("2024-01-10", 200_000), aid("2027-01-10", 200_000)])).toBeUndefined();
    expect(inEuroCents(117_500_000, 117_500)).toBe(10_000_000);
  });
});

describe("A report", () => {
  test("compares what was spent in the last one, and before that what is believed", () => {
    expect(deviationPercent({ plannedOre: 1_000, actualOre: 850, forecastOre: null }, true)).toBe(-15);
    expect(deviationPercent({ plannedOre: 1_000, actualOre: 300, forecastOre: null }, false)).toBeNull();
    expect(deviationPercent({ plannedOre: 1_000, actualOre: 300, forecastOre: 1_150 }, false)).toBe(15);
    expect(deviationPercent({ plannedOre: 0, actualOre: 5, forecastOre: null }, true)).toBe(100);
    expect([isOver(-15, 10), isOver(10, 10), isOver(null, 0)]).toEqual([true, false, false]);
  });
});

test("a milestone is late when the last day that was told has passed, and delayed when it is believed to come later", () => {
  const milestone = { plannedOn: "2026-10-01", forecastOn: null, doneOn: null };

  expect(milestoneState(milestone, "2026-10-01")).toBe("planned");
  expect(milestoneState(milestone, "2026-10-02")).toBe("late");
  expect(milestoneState({ ...milestone, forecastOn: "2026-12-01" }, "2026-10-02")).toBe("delayed");
  expect(milestoneState({ ...milestone, doneOn: "2026-11-01" }, "2026-12-02")).toBe("done");
});

test("a deadline is told of a month, a week and a day before, and after it has passed for a week", () => {
  const today = "2026-11-23";

  expect([reminderDue("2027-01-20", today), reminderDue("2026-12-23", today), reminderDue("2026-12-01", today)]).toEqual([
    undefined,
    30,
    30,
  ]);
  expect([reminderDue("2026-11-30", today), reminderDue("2026-11-24", today), reminderDue(today, today)]).toEqual([7, 1, 1]);
  expect([reminderDue("2026-11-22", today), reminderDue("2026-11-10", today)]).toEqual([-1, undefined]);
});
