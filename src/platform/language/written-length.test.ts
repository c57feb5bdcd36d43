import { expect, test } from "vitest";
import { writtenLength, writtenSeconds } from "./written-length.ts";

test("one is one, and more are more, in every language", () => {
  const lengths = [1, 15, 60, 90, 100, 720];

  expect(lengths.map((minutes) => writtenLength(minutes, "nb"))).toEqual([
    "1 minutt",
    "15 minutter",
    "1 time",
    "1,5 timer",
    "100 minutter",
    "12 timer",
  ]);
  expect(lengths.map((minutes) => writtenLength(minutes, "nn"))).toEqual([
    "1 minutt",
    "15 minutt",
    "1 time",
    "1,5 timar",
    "100 minutt",
    "12 timar",
  ]);
  expect([writtenSeconds(1, "nb"), writtenSeconds(2, "en")]).toEqual(["1 sekund", "2 seconds"]);
});
