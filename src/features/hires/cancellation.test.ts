import { expect, test } from "vitest";
import { freeUntilAfterMove } from "./cancellation.ts";
import { chargesOf } from "./what-is-owed.ts";

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

test("a fee for cancelling has no VAT, whatever rates the price has: nothing was delivered", () => {
  const hire = { id: "hire", space_id: "space", host_id: "host", vat_registered: true };
  const lines = [
    { supply: "letting" as const, vatPercent: 25, amountOre: 400_000 },
    { supply: "service" as const, vatPercent: 25, amountOre: 200_000 },
    { supply: "service" as const, vatPercent: 15, amountOre: 100_000 },
  ];
  const when = { percent: 50, day: "2026-12-05", at: moment("2026-12-05T08:00:00Z"), by: null };

  const fee = chargesOf(hire, lines, { ...when, kind: "hire_cancellation" });
  const price = chargesOf(hire, lines, { ...when, kind: "hire", percent: 100 });

  const told = (charges: typeof fee) => charges.map(({ supply, vatPercent, amountOre }) => [supply, vatPercent, amountOre]);
  expect(told(fee)).toEqual([
    ["letting", 0, 200_000],
    ["service", 0, 150_000],
  ]);
  expect(told(price)).toEqual([
    ["letting", 25, 400_000],
    ["service", 25, 200_000],
    ["service", 15, 100_000],
  ]);
});
