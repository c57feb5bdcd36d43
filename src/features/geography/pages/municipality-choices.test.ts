import { expect, test } from "vitest";
import { namedApart, withStanding } from "./municipality-choices.ts";

const counties = [
  { number: "15", nameNo: "Møre og Romsdal" },
  { number: "18", nameNo: "Nordland" },
];

test("a municipality is chosen by its name, and two of one name by their county", () => {
  const choices = namedApart(
    [
      { number: "1804", nameNo: "Bodø", countyNumber: "18" },
      { number: "1515", nameNo: "Herøy", countyNumber: "15" },
      { number: "1818", nameNo: "Herøy", countyNumber: "18" },
    ],
    counties,
  );

  expect(choices.map(({ value, label }) => `${value} ${label}`)).toEqual([
    "1804 Bodø",
    "1515 Herøy, Møre og Romsdal",
    "1818 Herøy, Nordland",
  ]);
});

test("a municipality that is no more stays a choice where it stands", () => {
  const choices = [{ value: "3301", label: "Drammen" }];

  expect(withStanding(choices, { number: "0602", name: "Drammen" })).toEqual([...choices, { value: "0602", label: "Drammen (0602)" }]);
  expect(withStanding(choices, { number: "3301", name: "Drammen" })).toEqual(choices);
});
