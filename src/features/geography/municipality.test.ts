import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../platform/time/day.ts";
import {
  countyAt,
  type GeographyReference,
  type Located,
  type Municipality,
  municipalitiesAt,
  municipalityAt,
  type NamedMunicipality,
  type RecordedPlace,
} from "./municipality.ts";
import { readGeography } from "./reference.ts";
import { isValidOn } from "./validity.ts";

const geography = readGeography();
const today = "2026-11-22";

/** "5061 Rindal", "1508 or 1580", "unknown" */
function answer(found: Located<{ number: string; name: string }>): string {
  if (found.kind === "one") return `${found.number} ${found.name}`;
  return found.kind === "ambiguous" ? found.candidates.map(({ number }) => number).join(" or ") : "unknown";
}

function under(date: string, number: string, recordedOn: string, rest: Partial<RecordedPlace> = {}): string {
  return answer(municipalityAt(geography, { number, recordedOn: recordedOn, ...rest }, date));
}

describe("forward", () => {
  test("a place recorded in Halden in 2015 follows both renumberings", () => {
    expect(under("2019-12-31", "0101", "2015-03-01")).toBe("0101 Halden");
    expect(under("2020-01-01", "0101", "2015-03-01")).toBe("3001 Halden");
    expect(under("2024-01-01", "0101", "2015-03-01")).toBe("3101 Halden");
  });

  test("Rindal changes county and number in 2019", () => {
    expect(under("2018-12-31", "1567", "2015-03-01")).toBe("1567 Rindal");
    expect(under("2019-01-01", "1567", "2015-03-01")).toBe("5061 Rindal");
  });

  test("a place in Andebu lies in Sandefjord since 2017, under three numbers", () => {
    expect(["2016-12-31", "2017-01-01", "2020-01-01", "2024-01-01"].map((date) => under(date, "0719", "2014-01-01"))).toEqual([
      "0719 Andebu",
      "0710 Sandefjord",
      "3804 Sandefjord",
      "3907 Sandefjord",
    ]);
  });

  test("a merger in which one keeps its number takes in the others", () => {
    expect(under("2020-01-01", "1103", "2019-12-31")).toBe("1103 Stavanger");
    expect(under("2020-01-01", "1141", "2019-12-31")).toBe("1103 Stavanger");
    expect(under("2026-01-01", "5030", "2018-05-01")).toBe("5001 Trondheim - Tråante");
  });

  test("Harstad and Bjarkøy, which merged on the first day known, are found by their old numbers", () => {
    expect(under("2026-01-01", "1901", "2012-12-31")).toBe("5503 Harstad - Hárstták");
    expect(under("2026-01-01", "1915", "2012-12-31")).toBe("5503 Harstad - Hárstták");
  });

  test("a new name or label keeps the number", () => {
    expect(under("2017-01-01", "0545", "2014-06-01")).toBe("0545 Vang");
    expect(under("2015-06-01", "0545", "2014-06-01")).toBe("0545 Vang (Oppland)");
    expect(under("2026-01-01", "0301", "2014-06-01")).toBe("0301 Oslo - Oslove");
  });

  test("a strip of land given away is no merger: Indre Østfold goes on", () => {
    expect(under("2026-01-01", "3118", "2025-12-31")).toBe("3118 Indre Østfold");
    expect(under("2025-12-31", "3207", "2026-01-01")).toBe("3207 Nordre Follo");
    expect(under("2025-12-31", "3216", "2026-01-01")).toBe("3216 Vestby");
  });
});

describe("splits", () => {
  test("each of the four is reported, never guessed", () => {
    expect(under("2017-01-01", "0720", "2016-12-31")).toBe("0704 or 0710");
    expect(under("2020-01-01", "1850", "2019-12-31")).toBe("1806 or 1875");
    expect(under("2020-01-01", "5012", "2019-12-31")).toBe("5055 or 5056 or 5059");
    expect(under("2024-01-01", "1507", "2023-12-31")).toBe("1508 or 1580");
  });

  test("the candidates are named with their county", () => {
    const found = municipalityAt(geography, { number: "1507", recordedOn: "2022-01-01" }, "2024-01-01");

    expect(found).toEqual({
      kind: "ambiguous",
      candidates: [
        { number: "1508", name: "Ålesund", nameNo: "Ålesund", countyNumber: "15" },
        { number: "1580", name: "Haram", nameNo: "Haram", countyNumber: "15" },
      ],
    });
  });

  test("what was merged and then split is in doubt from the split on", () => {
    expect(["2019-12-31", "2020-01-01", "2023-12-31", "2024-01-01"].map((date) => under(date, "1504", "2015-01-01"))).toEqual([
      "1504 Ålesund",
      "1507 Ålesund",
      "1507 Ålesund",
      "1508 or 1580",
    ]);
  });

  test("Snillfjord, renumbered before its split, and Stokke, whose parts were renumbered after it, are in doubt among the later numbers", () => {
    expect(under("2020-01-01", "1613", "2015-01-01")).toBe("5055 or 5056 or 5059");
    expect(under("2026-01-01", "0720", "2015-01-01")).toBe("3905 or 3907");
  });

  test("a choice settles the split, also when made by a later number", () => {
    expect(under("2026-01-01", "1504", "2015-01-01", { choice: "1580" })).toBe("1580 Haram");
    expect(under("2018-01-01", "0720", "2015-01-01", { choice: "3907" })).toBe("0710 Sandefjord");
    expect(under("2026-01-01", "0720", "2015-01-01", { choice: "0704" })).toBe("3905 Tønsberg");
  });

  test("a choice that is none of the successors settles nothing", () => {
    expect(under("2024-01-01", "1507", "2022-01-01", { choice: "0301" })).toBe("1508 or 1580");
  });

  test("coordinates clearly nearer to one settle the split", () => {
    expect(under("2024-01-01", "1507", "2022-01-01", { latitude: 62.55, longitude: 6.41 })).toBe("1580 Haram");
    expect(under("2024-01-01", "1507", "2022-01-01", { latitude: 62.484, longitude: 6.807 })).toBe("1508 Ålesund");
    expect(under("2020-01-01", "1850", "2016-01-01", { latitude: 67.82, longitude: 16.45 })).toBe("1875 Hábmer - Hamarøy");
  });

  test.each([
    ["the town of Ålesund", "1507", "2022-01-01", 62.472, 6.155, "1508"],
    ["Ellingsøya", "1507", "2022-01-01", 62.51, 6.25, "1508"],
    ["Steinshamn", "1507", "2022-01-01", 62.781, 6.482, "1508"],
    ["Brattvåg", "1507", "2022-01-01", 62.598, 6.446, "1580"],
    ["Vatne", "1507", "2022-01-01", 62.557, 6.625, "1580"],
    ["Kjøpsvik", "1850", "2016-01-01", 68.096, 16.374, "1806"],
    ["Skarberget", "1850", "2016-01-01", 68.27, 16.33, "1806"],
    ["Drag", "1850", "2016-01-01", 68.047, 16.073, "1875"],
    ["Krokstadøra", "5012", "2019-01-01", 63.385, 9.47, "5059"],
    ["Hemnskjela", "5012", "2019-01-01", 63.52, 9.08, "5056"],
    ["the centre of Stokke", "0720", "2016-01-01", 59.221, 10.3, "3907"],
    ["Vear", "0720", "2016-01-01", 59.244, 10.373, "3905"],
  ])("%s is never put into the wrong half", (_, number, recordedOn, latitude, longitude, truth) => {
    const found = municipalityAt(geography, { number, recordedOn: recordedOn, latitude, longitude }, today);

    const candidates = found.kind === "ambiguous" ? found.candidates : found.kind === "one" ? [found] : [];
    expect(candidates.map((candidate) => candidate.number)).toContain(truth);
  });

  test("coordinates midway settle nothing, and neither do half coordinates", () => {
    expect(under("2024-01-01", "1507", "2022-01-01", { latitude: 62.546, longitude: 6.57 })).toBe("1508 or 1580");
    expect(under("2024-01-01", "1507", "2022-01-01", { latitude: 62.55, longitude: null })).toBe("1508 or 1580");
  });

  test("coordinates settle nothing when a successor has no label point, or when both have the same", () => {
    const row = { countyNumber: "99", validFrom: "2020-01-01", validTo: null };
    const label = { latitude: 60, longitude: 10 };
    const split = (labels: (typeof label | null)[]): GeographyReference => ({
      municipalities: [
        { ...row, number: "9901", name: "Hele", nameNo: "Hele", validTo: "2021-01-01", label: null },
        ...labels.map((each, index) => ({
          ...row,
          number: `991${index}`,
          name: "Del",
          nameNo: "Del",
          validFrom: "2021-01-01",
          label: each,
        })),
      ],
      changes: labels.map((_, index) => ({ date: "2021-01-01", fromNumber: "9901", toNumber: `991${index}`, kind: "split" })),
    });
    const place = { number: "9901", recordedOn: "2020-06-01", ...label };
    const far = { latitude: 61, longitude: 10 };

    expect(answer(municipalityAt(split([label, far]), place, today))).toBe("9910 Del");
    expect(answer(municipalityAt(split([label, far, null]), place, today))).toBe("9910 or 9911 or 9912");
    expect(answer(municipalityAt(split([label, label]), place, today))).toBe("9910 or 9911");
  });

  test("a choice outweighs the coordinates", () => {
    expect(under("2024-01-01", "1507", "2022-01-01", { latitude: 62.55, longitude: 6.41, choice: "1508" })).toBe("1508 Ålesund");
  });
});

describe("back", () => {
  test("renumberings are followed back", () => {
    expect(under("2013-01-01", "3101", "2026-01-01")).toBe("0101 Halden");
    expect(under("2018-12-31", "5061", "2026-01-01")).toBe("1567 Rindal");
  });

  test("both halves of a split come from one", () => {
    expect(under("2023-12-31", "1508", "2024-01-01")).toBe("1507 Ålesund");
    expect(under("2023-12-31", "1580", "2024-01-01")).toBe("1507 Ålesund");
  });

  test("a merger cannot be undone without a choice", () => {
    expect(under("2019-12-31", "1103", "2026-01-01")).toBe("1103 or 1141 or 1142");
    expect(under("2019-12-31", "1103", "2026-01-01", { latitude: 59.266, longitude: 6.031 })).toBe("1103 or 1141 or 1142");
    expect(under("2019-12-31", "1103", "2026-01-01", { choice: "1141" })).toBe("1141 Finnøy");
    expect(under("2017-06-01", "5059", "2026-01-01", { choice: "5012" })).toBe("1613 Snillfjord");
  });

  test("the day before the first day known has no answer where borders changed, and one where they did not", () => {
    expect(under("2012-12-31", "5503", "2026-01-01")).toBe("unknown");
    expect(under("2012-12-31", "0301", "2026-01-01")).toBe("0301 Oslo");
  });
});

test("a number that was not in use on the day of recording is unknown", () => {
  expect(under("2026-01-01", "3101", "2015-01-01")).toBe("unknown");
  expect(under("2026-01-01", "0101", "2021-01-01")).toBe("unknown");
  expect(under("2026-01-01", "9999", "2021-01-01")).toBe("unknown");
});

describe("counties", () => {
  const countyOf = (date: string, number: string, recordedOn: string) =>
    answer(countyAt(geography, { number, recordedOn: recordedOn }, date));

  test("Drammen was in Buskerud, then Viken, then Buskerud again", () => {
    expect(["2019-12-31", "2020-01-01", "2024-01-01"].map((date) => countyOf(date, "0602", "2015-01-01"))).toEqual([
      "06 Buskerud",
      "30 Viken",
      "33 Buskerud",
    ]);
  });

  test("a municipality split within its county leaves no doubt about the county", () => {
    expect(countyOf("2026-01-01", "1504", "2015-01-01")).toBe("15 Møre og Romsdal");
    expect(countyOf("2026-01-01", "1850", "2015-01-01")).toBe("18 Nordland - Nordlánnda");
  });

  test("an unknown number is in no county", () => {
    expect(countyOf("2026-01-01", "9999", "2015-01-01")).toBe("unknown");
  });
});

describe("for every place and every pair of days", () => {
  const anyDay = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays("2013-01-01", days));
  const anyPoint = fc.record({
    latitude: fc.double({ min: 58, max: 71, noNaN: true }),
    longitude: fc.double({ min: 5, max: 31, noNaN: true }),
  });
  const anyPlace = fc.tuple(fc.constantFrom(...geography.municipalities), anyDay, fc.option(anyPoint)).map(
    ([municipality, date, point]): RecordedPlace => ({
      number: municipality.number,
      recordedOn: isValidOn(municipality, date) ? date : firstKnownDay(municipality),
      ...point,
    }),
  );
  const firstKnownDay = ({ validFrom }: Municipality) => (validFrom < "2013-01-01" ? "2013-01-01" : validFrom);
  const numbers = (found: Located<NamedMunicipality>) =>
    found.kind === "one" ? [found.number] : found.kind === "ambiguous" ? found.candidates.map(({ number }) => number) : [];

  test("it makes no difference whether a place is carried forward in one step or two", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, anyDay, (place, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        fc.pre(place.recordedOn <= earlier);
        const halfway = numbers(municipalityAt(geography, place, earlier));
        const steps = halfway.flatMap((number) => numbers(municipalityAt(geography, { ...place, number, recordedOn: earlier }, later)));

        expect([...new Set(steps)].sort()).toEqual(numbers(municipalityAt(geography, place, later)));
      }),
      { numRuns: 300 },
    );
  });

  test("every candidate is in use on the day asked about, and a place is where it was recorded on that day", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, date) => {
        const found = numbers(municipalityAt(geography, place, date));

        expect(found.length).toBeGreaterThan(0);
        expect(municipalitiesAt(geography, date).map(({ number }) => number)).toEqual(expect.arrayContaining(found));
        expect(numbers(municipalityAt(geography, place, place.recordedOn))).toEqual([place.number]);
      }),
      { numRuns: 300 },
    );
  });

  test("what a place became leads back to it", () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, date) => {
        const there = numbers(municipalityAt(geography, place, date));
        const back = there.flatMap((number) => numbers(municipalityAt(geography, { number, recordedOn: date }, place.recordedOn)));

        expect(back).toContain(place.number);
      }),
      { numRuns: 300 },
    );
  });
});
