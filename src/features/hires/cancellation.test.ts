import { expect, test } from "vitest";
import { freeUntilAfterMove } from "./cancellation.ts";

const terms = { freeDays: 7, feePercent: 50 };
const moment = (text: string) => Temporal.Instant.from(text);

test.each([
  // the new time says it: a week before is far away
  ["was asked for in time", "2026-11-23T08:00:00Z", true, "2026-12-20T16:00:00Z", null],
  ["was asked for too late to cancel free of charge", "2026-12-05T08:00:00Z", true, "2026-12-20T16:00:00Z", "2026-12-03T16:00:00Z"],
  ["was not asked for, to a time far ahead", "2026-12-05T08:00:00Z", false, "2026-12-20T16:00:00Z", null],
  ["was not asked for, to a time within two weeks", "2026-12-05T08:00:00Z", false, "2026-12-14T16:00:00Z", "2026-12-12T08:00:00Z"],
  ["was not asked for, to a time within days", "2026-12-05T08:00:00Z", false, "2026-12-08T16:00:00Z", "2026-12-08T16:00:00Z"],
])("a move that %s", (_, at, isWished, startsAt, freeUntil) => {
  const move = { at: moment(at), isWished, before: moment("2026-12-03T16:00:00Z"), startsAt: moment(startsAt) };

  expect(freeUntilAfterMove(move, terms, "Europe/Oslo")?.toString() ?? null).toBe(freeUntil);
});
