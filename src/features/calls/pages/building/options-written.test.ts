import { expect, test } from "vitest";
import { optionsIn, writtenOptions } from "./options-written.ts";

const before = [
  { id: "sketch", label: { nb: "Skisse", en: "A sketch" } },
  { id: "pilot", label: { nb: "Pilot", en: "A pilot" } },
];

test("options stand as they were when nothing is changed", () => {
  expect(optionsIn(writtenOptions("o", before), "o", before)).toEqual(before);
});

test("an option keeps its key when they change places and when its name is corrected, and a new one has none", () => {
  expect(optionsIn({ "o.nb": ["Pilot\nSkisse\nI salg"] }, "o", before)).toEqual([
    { id: "pilot", label: { nb: "Pilot" } },
    { id: "sketch", label: { nb: "Skisse" } },
    { label: { nb: "I salg" } },
  ]);
  expect(optionsIn({ "o.nb": ["Skissa\nPilot"] }, "o", before)).toEqual([
    { id: "sketch", label: { nb: "Skissa" } },
    { id: "pilot", label: { nb: "Pilot" } },
  ]);
});

test("an option that is put in the place of one taken away is another", () => {
  expect(optionsIn({ "o.nb": ["Pilot\nI salg"] }, "o", [...before, { id: "grown", label: { nb: "Vokst" } }])).toEqual([
    { id: "pilot", label: { nb: "Pilot" } },
    { label: { nb: "I salg" } },
  ]);
});
