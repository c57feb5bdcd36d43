import { expect, test } from "vitest";
import { type Area, stopsOf } from "./areas.ts";

test("a member has four words, and the one a page stands under is marked", () => {
  const stops = stopsOf({ kind: "member" }, "nb", "events");

  expect(stops.map(({ label, href, isCurrent }) => [label, href, isCurrent])).toEqual([
    ["Dager", "/nb/me", false],
    ["Finn plass", "/nb", false],
    ["Arrangementer", "/nb/me/events", true],
    ["Meg", "/nb/me/profile", false],
  ]);
});

test("those who work here have six words at most: their day first, and what is set up once last", () => {
  const space = { slug: "workwork", name: "WorkWork" };
  const network = { slug: "coworking-norge", name: "Coworking Norge" };
  const wordsOf = (area: Area) => stopsOf(area, "nb", undefined).map(({ label }) => label);

  expect(wordsOf({ kind: "host", space })).toEqual(["I dag", "Innsjekk", "Kalender"]);
  expect(wordsOf({ kind: "manager", space })).toEqual(["I dag", "Kalender", "Medlemmer", "Gjester", "Tall", "Huset"]);
  expect(wordsOf({ kind: "coordinator", network })).toEqual([
    "I dag",
    "Medlemmer",
    "Kandidater",
    "Gjestedager",
    "Arrangementer",
    "Rapporter",
  ]);
  expect(wordsOf({ kind: "operator" })).toEqual(["Jobber", "Post", "Personer", "Organisasjoner", "Logg", "Oppsett"]);
});
