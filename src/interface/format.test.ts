import { expect, test } from "vitest";
import { languages } from "../platform/language/language.ts";
import {
  clock,
  clockRange,
  dayOfMonth,
  distance,
  excerpt,
  fullDay,
  inWords,
  inWordsFirst,
  list,
  longDay,
  moment,
  money,
  percent,
  placeName,
  relativeDay,
  shortDay,
  signed,
  weekdayShort,
} from "./format.ts";

test("a day is written shortly and in full in each language", () => {
  const tuesday = Temporal.PlainDate.from("2026-11-24");

  const written = languages.map((language) => [shortDay(tuesday, language), longDay(tuesday, language)]);

  expect(written).toEqual([
    ["tir. 24. nov.", "tirsdag 24. november"],
    ["tys. 24. nov.", "tysdag 24. november"],
    ["Tue 24 Nov", "Tuesday 24 November"],
  ]);
});

test("the same day is written from a date, a time of that day and their ISO text", () => {
  const nineOnTuesday = Temporal.ZonedDateTime.from("2026-11-24T09:00[Europe/Oslo]");

  const written = [nineOnTuesday, nineOnTuesday.toPlainDateTime(), "2026-11-24", "2026-11-24T09:00"].map((day) => fullDay(day, "nb"));

  expect(new Set(written)).toEqual(new Set(["tirsdag 24. november 2026"]));
});

test("every weekday of nynorsk is told apart by its short form", () => {
  const days = [23, 24, 25, 26, 27, 28, 29].map((day) => weekdayShort(`2026-11-${day}`, "nn"));

  expect(new Set(days).size).toBe(7);
  expect(days.every((day) => day.endsWith("."))).toBe(true);
});

test("a day of the month has its dot in Norwegian only", () => {
  expect(languages.map((language) => dayOfMonth("2026-11-04", language))).toEqual(["4.", "4.", "4"]);
});

test("days next to today are named, others are dated", () => {
  const today = "2026-11-30";

  const named = ["2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02", "2027-10-13"].map((day) => relativeDay(day, today, "nn"));

  expect(named).toEqual(["i går", "i dag", "i morgon", "ons. 2. des.", "ons. 13. okt. 2027"]);
});

test("a time has two digits each, and whole hours are shortened in Norwegian", () => {
  expect(clock("08:52:31")).toBe("08:52");
  expect(clockRange("08:00", "17:00", "nb")).toBe("08–17");
  expect(clockRange("08:30", "17:00", "nb")).toBe("08:30–17:00");
  expect(clockRange("08:00", "17:00", "en")).toBe("08:00–17:00");
});

test("øre are written as kroner with no-break spaces and a real minus", () => {
  expect(money(145000, "nb")).toBe("1\u00a0450\u00a0kr");
  expect(money(-25000, "nn")).toBe("\u2212250\u00a0kr");
  expect(money(1250, "nb")).toBe("12,50\u00a0kr");
  expect(money(145000, "en")).toBe("NOK\u00a01,450");
  expect(money(0, "nb")).toBe("0\u00a0kr");
});

test("a difference carries its sign", () => {
  expect([61, -36, 0].map((days) => signed(days, "nb"))).toEqual(["+61", "\u221236", "0"]);
});

test("numbers to twelve are words, with the noun's gender for one", () => {
  expect([0, 2, 7, 12, 13].map((count) => inWords(count, "nb"))).toEqual(["ingen", "to", "sju", "tolv", "13"]);
  expect([inWords(1, "nb", "neuter"), inWords(1, "nn", "feminine"), inWords(1, "nn", "neuter"), inWords(1, "en")]).toEqual([
    "ett",
    "ei",
    "eitt",
    "one",
  ]);
  expect(inWordsFirst(8, "nb")).toBe("Åtte");
});

test("distances are whole kilometres, and hundreds of metres below one", () => {
  expect([0.02, 0.44, 0.97, 1.4, 111.3].map((kilometres) => distance(kilometres, "nb"))).toEqual([
    "100\u00a0m",
    "400\u00a0m",
    "1\u00a0km",
    "1\u00a0km",
    "111\u00a0km",
  ]);
});

test("lists and shares follow the language", () => {
  expect(languages.map((language) => list(["Flow", "Beta", "657"], language))).toEqual([
    "Flow, Beta og 657",
    "Flow, Beta og 657",
    "Flow, Beta and 657",
  ]);
  expect(languages.map((language) => percent(0.731, language))).toEqual(["73\u00a0%", "73\u00a0%", "73%"]);
});

test("a moment is written by its day as one says it and its time on the clock", () => {
  const today = "2026-11-29";
  const moments = ["2026-11-30T14:18[Europe/Oslo]", "2026-12-03T18:00[Europe/Oslo]"].map((at) => Temporal.ZonedDateTime.from(at));

  const written = languages.map((language) => moments.map((at) => moment(at, today, language)));

  expect(written).toEqual([
    ["i morgen kl.\u00a014:18", "tor. 3. des. kl.\u00a018:00"],
    ["i morgon kl.\u00a014:18", "tor. 3. des. kl.\u00a018:00"],
    ["tomorrow 14:18", "Thu 3 Dec 18:00"],
  ]);
});

test("official names have a dash between them, and a hyphen within them", () => {
  expect([placeName("Trondheim - Tråante"), placeName("Nord-Aurdal")]).toEqual(["Trondheim – Tråante", "Nord-Aurdal"]);
});

test("the beginning of a long text ends with a whole word", () => {
  const long = `Vi deler dager, ${"og kunnskap ".repeat(20)}`;

  expect(excerpt("  Kort\nog godt. ")).toBe("Kort og godt.");
  expect(excerpt(long)).toBe(`Vi deler dager, ${"og kunnskap ".repeat(11)}og …`);
  expect(excerpt("x".repeat(500)).length).toBeLessThanOrEqual(160);
});
