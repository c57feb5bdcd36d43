import type { Day } from "../../../platform/time/day.ts";
import { municipalityAt, type Reference, regionNumbers } from "../../geography/index.ts";
import type { EnrollmentRow } from "../enrolling/queries.ts";
import type { ProgramRegion } from "../program.ts";
import { type JobMeasure, jobsOf } from "./count-jobs.ts";
import { type Interval, shareOf, sumOf } from "./interval.ts";

export interface JobTotal {
  net: Interval;
  created: Interval;
  lost: Interval;
  baseline: Interval;
  /** Of how many startups nothing is known, and of how many not how many they were at intake. */
  missing: number;
  missingBaseline: number;
}

export interface JobsIn {
  number: string;
  name: string;
  startups: number;
  fte: Interval;
  heads: Interval;
}

/** Where a startup lies under some borders: in one municipality, in one of several, or nobody knows. */
type Placed =
  | { kind: "one"; number: string; name: string }
  | { kind: "ambiguous"; numbers: string[]; names: string[] }
  | { kind: "unknown" };

/** Jobs of some startups on a day, and where they are under the borders of a day. */
export function countJobs(
  startups: readonly EnrollmentRow[],
  given: { asOf: Day; borders: Day; reference: Reference; region: ProgramRegion | null },
) {
  const { asOf, borders, reference, region } = given;
  const there = startups.filter(({ intakeOn }) => intakeOn <= asOf);
  const counted = there.map((startup) => ({
    placed: placeOf(reference, startup, borders),
    fte: jobsOf(startup, "fte", asOf),
    heads: jobsOf(startup, "heads", asOf),
  }));
  type Counted = (typeof counted)[number];
  const net = (list: readonly Counted[], measure: JobMeasure) => sumOf(list.map((one) => one[measure].net));
  const total = (measure: JobMeasure): JobTotal => {
    const all = counted.map((one) => one[measure]);
    return {
      net: sumOf(all.map((one) => one.net)),
      created: sumOf(all.map((one) => one.created)),
      lost: sumOf(all.map((one) => one.lost)),
      baseline: sumOf(all.map((one) => one.baseline)),
      missing: all.filter(({ countedOn, hasBaseline }) => countedOn === null && !hasBaseline).length,
      missingBaseline: all.filter(({ hasBaseline }) => !hasBaseline).length,
    };
  };
  const places = Map.groupBy(counted, ({ placed }) => (placed.kind === "one" ? placed.number : ""));
  places.delete("");
  const byMunicipality = [...places].map(([number, list]): JobsIn => {
    const [first] = list;
    const name = first?.placed.kind === "one" ? first.placed.name : number;
    return { number, name, startups: list.length, fte: net(list, "fte"), heads: net(list, "heads") };
  });
  const among = Map.groupBy(
    counted.filter(({ placed }) => placed.kind === "ambiguous"),
    ({ placed }) => (placed.kind === "ambiguous" ? placed.numbers.join(" ") : ""),
  );
  const ambiguousAmong = [...among.values()].flatMap((list) => {
    const [first] = list;
    if (first?.placed.kind !== "ambiguous") return [];
    const { numbers, names } = first.placed;
    return [{ numbers, names, startups: list.length, fte: net(list, "fte"), heads: net(list, "heads") }];
  });
  const unsettled = (kind: Placed["kind"]) => {
    const list = counted.filter(({ placed }) => placed.kind === kind);
    return { startups: list.length, fte: net(list, "fte"), heads: net(list, "heads") };
  };
  return {
    ...{ asOf, borders, n: there.length },
    ...{ fte: total("fte"), heads: total("heads") },
    byMunicipality: byMunicipality.sort((one, other) => other.heads.most - one.heads.most || (one.number < other.number ? -1 : 1)),
    ambiguous: unsettled("ambiguous"),
    ambiguousAmong: ambiguousAmong.sort((one, other) => other.startups - one.startups),
    unplaced: unsettled("unknown"),
    region: region && { name: region.name, fte: inside("fte"), heads: inside("heads") },
  };

  /** The jobs inside the region, and which share of all they are: those that may lie on either side are counted both ways. */
  function inside(measure: JobMeasure) {
    const numbers = new Set(numbersOf(reference, region as ProgramRegion, borders));
    const side = ({ placed }: Counted) => {
      if (placed.kind === "unknown") return "either";
      const all = placed.kind === "one" ? [placed.number] : placed.numbers;
      const within = all.filter((number) => numbers.has(number)).length;
      return within === all.length ? "inside" : within === 0 ? "outside" : "either";
    };
    const of = (where: string) =>
      net(
        counted.filter((one) => side(one) === where),
        measure,
      );
    const [within, without, either] = [of("inside"), of("outside"), of("either")];
    const jobs = { least: within.least, most: within.most + either.most };
    return { jobs, share: shareOf(jobs, { least: without.least, most: without.most + either.most }) ?? null };
  }
}

export type CountedJobs = ReturnType<typeof countJobs>;

/** The municipalities of a program's region under the borders of a day. */
export function numbersOf(reference: Reference, region: ProgramRegion, borders: Day): string[] {
  return regionNumbers(reference, region, borders);
}

function placeOf(reference: Reference, startup: EnrollmentRow, borders: Day): Placed {
  const { municipalityNumber: number, municipalityRecordedOn: recordedOn, latitude, longitude } = startup;
  if (number === null || recordedOn === null) return { kind: "unknown" };
  const located = municipalityAt(reference, { number, recordedOn, latitude, longitude }, borders);
  if (located.kind === "one") return { kind: "one", number: located.number, name: located.nameNo };
  if (located.kind !== "ambiguous") return located;
  const candidates = located.candidates.toSorted((one, other) => (one.number < other.number ? -1 : 1));
  return { kind: "ambiguous", numbers: candidates.map(({ number }) => number), names: candidates.map(({ nameNo }) => nameNo) };
}
