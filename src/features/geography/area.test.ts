import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { type Areas, areasOf } from "./area.ts";
import { loadGeography } from "./load.ts";
import { municipalityAt } from "./municipality.ts";
import { readReference } from "./queries.ts";

let installation: TestInstallation;
let reference: Awaited<ReturnType<typeof readReference>>;
let areas: Areas;
beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
  reference = await readReference(installation.db);
  areas = areasOf(reference);
});
afterAll(() => installation.close());

const numbers = (recorded: { number: string }[]) => [...new Set(recorded.map(({ number }) => number))];

test("a place recorded before mergers is found in what its municipality became, and one recorded after as well", () => {
  const trondheim = areas.records({ kind: "municipality", number: "5001" }, "2026-11-23");

  expect(numbers(trondheim.sure)).toEqual(["1601", "1662", "5001", "5030"]);
  expect(trondheim.unclear).toEqual([]);
});

test("under earlier borders a merged municipality is unclear, and the one that went into it sure", () => {
  const spydeberg = areas.records({ kind: "municipality", number: "0123" }, "2019-01-01");

  expect(numbers(spydeberg.sure)).toEqual(["0123"]);
  expect(numbers(spydeberg.unclear)).toEqual(["3014", "3118"]);
});

test("the parts of a split municipality are in doubt, but not in which county they lie", () => {
  const ålesund = areas.records({ kind: "municipality", number: "1508" }, "2026-11-23");
  const møreOgRomsdal = areas.records({ kind: "county", number: "15" }, "2026-11-23");

  expect(numbers(ålesund.sure)).toEqual(["1508"]);
  expect(numbers(ålesund.unclear)).toContain("1507");
  expect(numbers(møreOgRomsdal.sure)).toContain("1507");
});

test("one place of a split municipality is settled by its coordinates where they are clear", () => {
  const recorded = { number: "1507", recordedOn: "2021-05-17" };
  const label = reference.municipalities.find(({ number }) => number === "1580")?.label;
  const nearHaram = { ...recorded, latitude: (label?.latitude ?? 0) + 0.01, longitude: label?.longitude ?? 0 };
  const [ålesund, haram] = [{ kind: "municipality", number: "1508" } as const, { kind: "municipality", number: "1580" } as const];

  expect(areas.holds(haram, nearHaram, "2026-11-23")).toBe(true);
  expect(areas.holds(ålesund, nearHaram, "2026-11-23")).toBe(false);
  expect(areas.holds(ålesund, recorded, "2026-11-23")).toBeUndefined();
});

test.each(["2013-01-01", "2018-06-01", "2020-01-01", "2023-12-31", "2026-11-23"])(
  "what is said of areas on %s is what is said of each place",
  (date) => {
    const wrong: string[] = [];
    for (const { number } of reference.municipalities) {
      const { sure, unclear } = areas.records({ kind: "municipality", number }, date);
      for (const { number: recorded, from, to } of [...sure, ...unclear]) {
        const lastDay = to === null ? "2026-12-31" : Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
        for (const recordedOn of [from, lastDay]) {
          const located = municipalityAt(reference, { number: recorded, recordedOn }, date);
          const isSure = located.kind === "one" && located.number === number;
          const isUnclear = located.kind === "ambiguous" && located.candidates.some((candidate) => candidate.number === number);
          const said = sure.some((one) => one.number === recorded && one.from === from) ? isSure : isUnclear;
          if (!said) wrong.push(`${recorded} of ${recordedOn} in ${number}`);
        }
      }
    }

    expect(wrong).toEqual([]);
  },
);
