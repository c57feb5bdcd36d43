import { expect, test } from "vitest";
import { beginsWhenLaidOn, clockLater, movedTo } from "./moving.ts";

test("a session moved by keys stays on its day", () => {
  expect([clockLater("09:50", 15), clockLater("10:05", -15), clockLater("00:05", -15), clockLater("23:50", 15)]).toEqual([
    "10:05",
    "09:50",
    "00:00",
    "23:59",
  ]);
});

test("laid on another it begins where that one does, or where it ends", () => {
  const other = { from: "10:00", to: "10:45" };

  expect([beginsWhenLaidOn(other, true), beginsWhenLaidOn(other, false)]).toEqual(["10:00", "10:45"]);
});

test("a session that is moved lasts as long, also over the night the clock changes", () => {
  const session = { startsAt: "2026-10-24T20:00:00Z", endsAt: "2026-10-24T20:45:00Z" };

  expect(movedTo(session, "2026-10-25T01:30:00Z")).toEqual({ startsAt: "2026-10-25T01:30:00Z", endsAt: "2026-10-25T02:15:00Z" });
});
