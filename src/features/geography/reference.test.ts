import { expect, test } from "vitest";
import { countiesAt } from "./county.ts";
import { municipalitiesAt } from "./municipality.ts";
import { geographyChecksum, readGeography } from "./reference.ts";
import { isValidOn } from "./validity.ts";

const geography = readGeography();
const yearsSince2013 = Array.from({ length: 14 }, (_, index) => 2013 + index);

test("the number of municipalities is right in every year, on its first and its last day", () => {
  const counted = yearsSince2013.map((year) => [
    year,
    municipalitiesAt(geography, `${year}-01-01`).length,
    municipalitiesAt(geography, `${year}-12-31`).length,
  ]);

  const expected = (year: number) => (year < 2017 ? 428 : year < 2018 ? 426 : year < 2020 ? 422 : year < 2024 ? 356 : 357);
  expect(counted).toEqual(yearsSince2013.map((year) => [year, expected(year), expected(year)]));
});

test("the number of counties is right in every year", () => {
  const counted = yearsSince2013.map((year) => countiesAt(geography, `${year}-06-01`).length);

  expect(counted).toEqual([19, 19, 19, 19, 19, 18, 18, 11, 11, 11, 11, 15, 15, 15]);
});

test("every municipality lies in a county of its time", () => {
  const homeless = yearsSince2013.flatMap((year) => {
    const counties = new Set(countiesAt(geography, `${year}-06-01`).map(({ number }) => number));
    return municipalitiesAt(geography, `${year}-06-01`).filter(({ countyNumber }) => !counties.has(countyNumber));
  });

  expect(homeless).toEqual([]);
});

test("every number that ended has a successor on that day, and every successor was in use", () => {
  const ended = geography.municipalities.filter(({ validTo }) => validTo !== null);
  const withoutSuccessor = ended.filter(
    ({ number, validTo }) => !geography.changes.some(({ date, fromNumber }) => fromNumber === number && date === validTo),
  );
  const unknownSuccessors = geography.changes.filter(
    ({ date, toNumber }) => !geography.municipalities.some((one) => one.number === toNumber && isValidOn(one, date)),
  );

  expect(ended.length).toBeGreaterThan(500);
  expect(withoutSuccessor).toEqual([]);
  expect(unknownSuccessors).toEqual([]);
});

test("four municipalities were split, and no other", () => {
  const splits = geography.changes
    .filter(({ kind }) => kind === "split")
    .map(({ date, fromNumber, toNumber }) => `${date} ${fromNumber} ${toNumber}`);

  expect(splits.sort()).toEqual([
    "2017-01-01 0720 0704",
    "2017-01-01 0720 0710",
    "2020-01-01 1850 1806",
    "2020-01-01 1850 1875",
    "2020-01-01 5012 5055",
    "2020-01-01 5012 5056",
    "2020-01-01 5012 5059",
    "2024-01-01 1507 1508",
    "2024-01-01 1507 1580",
  ]);
});

test("names are those of their time", () => {
  const nameOf = (number: string, date: string) => municipalitiesAt(geography, date).find((one) => one.number === number)?.name;

  expect([nameOf("0301", "2025-12-31"), nameOf("0301", "2026-01-01")]).toEqual(["Oslo", "Oslo - Oslove"]);
  expect([nameOf("5006", "2025-12-31"), nameOf("5006", "2026-01-01")]).toEqual(["Steinkjer", "Steinkjer - Stïentje"]);
  expect([nameOf("5536", "2025-12-31"), nameOf("5536", "2026-01-01")]).toEqual(["Lyngen", "Lyngen - Ivgu - Yykeä"]);
});

test("a county shows all its official names from 2024 on", () => {
  const namesOn = (date: string) =>
    countiesAt(geography, date)
      .filter(({ number }) => ["03", "18"].includes(number))
      .map(({ name }) => name);

  expect(namesOn("2023-12-31")).toEqual(["Oslo", "Nordland"]);
  expect(namesOn("2024-01-01")).toEqual(["Oslo", "Nordland - Nordlánnda"]);
  expect(namesOn("2026-01-01")).toEqual(["Oslo - Oslove", "Nordland - Nordlánnda"]);
});

test("a renumbered or renamed municipality keeps its label point, one whose land has changed has none", () => {
  const labelOf = (number: string, date: string) => municipalitiesAt(geography, date).find((one) => one.number === number)?.label;

  expect(labelOf("3101", "2026-11-22")).not.toBeNull();
  expect(labelOf("0101", "2015-01-01")).toEqual(labelOf("3101", "2026-11-22"));
  expect(labelOf("3454", "2026-11-22")).not.toBeNull();
  expect(labelOf("0545", "2014-06-01")).toEqual(labelOf("3454", "2026-11-22"));
  expect(labelOf("1507", "2022-01-01")).toBeNull();
  expect(labelOf("0704", "2019-01-01")).toBeNull();
  expect(municipalitiesAt(geography, "2026-11-22").filter(({ label }) => label === null)).toEqual([]);
});

test("the checksum stays the same while the files do", () => {
  expect(geographyChecksum()).toBe(geographyChecksum());
  expect(geographyChecksum()).toMatch(/^[0-9a-f]{64}$/);
});
