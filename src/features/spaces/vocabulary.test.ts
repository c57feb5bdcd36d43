import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sectors } from "../organizations/sectors.ts";
import { amenities, amenityKeys } from "./amenities.ts";
import { themeKeys, themes } from "./themes.ts";

type Word = { key: string; label: { nb: string; nn: string; en: string } };

function demoWords(file: string): Word[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../../database/demo", file), "utf8")) as Word[];
}

test("the demonstration says of amenities what the program says, in the same order", () => {
  expect(demoWords("amenities.json")).toEqual(amenityKeys.map((key) => ({ key, label: amenities[key] })));
});

test("the demonstration says of themes what the program says, in the same order", () => {
  expect(demoWords("themes.json")).toEqual(themeKeys.map((key) => ({ key, label: themes[key] })));
});

test("the themes of houses are called what the sectors of organizations are called", () => {
  expect(themes).toEqual(sectors);
});
