import { describe, expect, test } from "vitest";
import type { EnrollmentRow, ObservationRow } from "../enrolling/queries.ts";
import { jobsOf, onceEach } from "./count-jobs.ts";
import { shareOf } from "./interval.ts";

const today = "2026-11-23";

/** Alfa came in on 1 January 2020 with two people, and was counted since: ["2021-01-01", 3] or ["2021-01-01", 0, 4]. */
function startup(counts: [on: string, least: number, most?: number][], given: Partial<EnrollmentRow> = {}): EnrollmentRow {
  const observations = counts.map(
    ([on, least, most = least], index): ObservationRow => ({
      ...{ id: String(index), on, fteLeast: null, fteMost: null, headsLeast: least, headsMost: most },
      ...{ turnover: null, capitalRaised: null, source: "self", status: "active" },
    }),
  );
  return {
    ...{
      id: "1",
      programId: "p",
      programOwnerId: "o",
      organizationId: "alfa",
      organizationSlug: "alfa",
      name: "Alfa",
      organizationNumber: null,
    },
    ...{ legalForm: "AS", foundedOn: null, municipalityNumber: null, municipalityRecordedOn: null, latitude: null, longitude: null },
    ...{ registerStatus: null, intakeOn: "2020-01-01", adviserId: null, adviserName: null, baselineFte: null, baselineHeads: 2 },
    ...{ baselineTurnover: null, exitOn: null, exitType: "active", lastEvidenceOn: null, remindedOn: null, version: 1, observations },
    ...given,
  };
}

const exactly = (value: number) => ({ least: value, most: value });
const between = (least: number, most: number) => ({ least, most });
const heads = (row: EnrollmentRow, asOf = today) => jobsOf(row, "heads", asOf);

describe("The jobs of a startup", () => {
  test("balance: those at intake, and created, less lost, are those there are", () => {
    const { baseline, created, lost, net } = heads(
      startup([
        ["2021-01-01", 5],
        ["2022-01-01", 3],
        ["2023-01-01", 8],
      ]),
    );

    expect([baseline, created, lost, net]).toEqual([exactly(2), exactly(8), exactly(2), exactly(8)]);
  });

  test("are those of the day that is asked for", () => {
    const row = startup(
      [
        ["2021-01-01", 5],
        ["2023-01-01", 8],
      ],
      { exitType: "bankrupt", exitOn: "2024-06-01" },
    );

    expect([heads(row, "2022-01-01").net, heads(row, "2024-01-01").net, heads(row).net, heads(row).lost]).toEqual([
      exactly(5),
      exactly(8),
      exactly(0),
      exactly(8),
    ]);
  });

  test("that the register hides are from none to four, never none", () => {
    const hidden = heads(startup([["2022-01-01", 0, 4]], { baselineHeads: null }));

    expect([hidden.net, hidden.created, hidden.lost]).toEqual([between(0, 4), between(0, 4), between(0, 0)]);
  });

  test("are known as before while a hidden number holds the one before, and no more when it does not", () => {
    const same = heads(
      startup([
        ["2021-01-01", 3],
        ["2022-01-01", 0, 4],
      ]),
    );
    const fewer = heads(
      startup([
        ["2021-01-01", 7],
        ["2022-01-01", 0, 4],
      ]),
    );

    expect([same.net, same.lost]).toEqual([exactly(3), exactly(0)]);
    expect([fewer.net, fewer.lost]).toEqual([between(0, 4), between(3, 7)]);
  });

  test("of one that went into another, or that nobody knows of, are between none and all", () => {
    const acquired = heads(startup([["2021-01-01", 6]], { exitType: "acquired", exitOn: "2022-01-01" }));
    const unknown = heads(startup([["2021-01-01", 6]], { exitType: "unknown", lastEvidenceOn: "2021-01-01" }));

    expect([acquired.net, acquired.lost, unknown.net]).toEqual([between(0, 6), between(0, 6), between(0, 6)]);
  });

  test("of one in two programs are counted once", () => {
    const other = startup([["2023-01-01", 9]], { id: "2", programId: "q", intakeOn: "2022-01-01", baselineHeads: 5 });

    const [only, ...others] = onceEach([startup([["2021-01-01", 5]]), other]);

    expect(others).toEqual([]);
    expect([only?.intakeOn, only && heads(only).net, only && heads(only).created]).toEqual(["2020-01-01", exactly(9), exactly(7)]);
  });
});

test("a share of what is not known exactly is a share from one end to the other", () => {
  expect(shareOf(between(50, 60), between(40, 50))).toEqual({ least: 0.5, most: 0.6 });
  expect(shareOf(between(0, 0), between(0, 0))).toBeUndefined();
});
