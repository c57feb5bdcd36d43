import { expect, test } from "vitest";
import { stopsOf } from "./areas.ts";

test("a member has four words, and the one a page stands under is marked", () => {
  const stops = stopsOf({ kind: "member" }, "nb", "events");

  expect(stops.map(({ label, href, isCurrent }) => [label, href, isCurrent])).toEqual([
    ["Dager", "/nb/me", false],
    ["Finn plass", "/nb/find", false],
    ["Arrangementer", "/nb/me/events", true],
    ["Meg", "/nb/me/profile", false],
  ]);
});
