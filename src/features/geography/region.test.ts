import { expect, test } from "vitest";
import { readGeography } from "./reference.ts";
import { type RegionMunicipality, regionAt } from "./region.ts";

const geography = readGeography();
const from = (number: string, validFrom: string, validTo: string | null = null): RegionMunicipality => ({
  number,
  validFrom: validFrom,
  validTo,
});

test("a region follows its municipalities through mergers, and each counts once", () => {
  const follo = [
    from("0213", "2015-01-01"),
    from("0217", "2015-01-01"),
    from("0211", "2015-01-01"),
    from("0101", "2015-01-01", "2018-01-01"),
  ];

  expect(regionAt(geography, follo, "2016-01-01").municipalities.map(({ name }) => name)).toEqual(["Halden", "Vestby", "Ski", "Oppegård"]);
  expect(regionAt(geography, follo, "2021-01-01").municipalities).toEqual([
    { number: "3019", name: "Vestby", nameNo: "Vestby", countyNumber: "30" },
    { number: "3020", name: "Nordre Follo", nameNo: "Nordre Follo", countyNumber: "30" },
  ]);
});

test("a municipality that was split is named as being in doubt", () => {
  const { municipalities, ambiguous } = regionAt(geography, [from("1507", "2020-01-01")], "2025-01-01");

  expect(municipalities).toEqual([]);
  expect(ambiguous.map(({ candidates }) => candidates.map(({ number }) => number))).toEqual([["1508", "1580"]]);
});

test("a municipality is in the region until the day it leaves", () => {
  const region = [from("0301", "2005-01-01", "2020-10-28")];

  expect(regionAt(geography, region, "2020-10-27").municipalities).toHaveLength(1);
  expect(regionAt(geography, region, "2020-10-28").municipalities).toHaveLength(0);
  expect(regionAt(geography, region, "2004-12-31").municipalities).toHaveLength(0);
});
