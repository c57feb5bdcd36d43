import { describe, expect, test } from "vitest";
import { closedAt, isDearerForWaiting } from "./kind-promises.ts";

const told = { priceOre: 50_000, memberPriceOre: 30_000 };

describe("While somebody waits for it, a kind of ticket", () => {
  test("may become cheaper, not dearer, for members as for others", () => {
    const changes = [
      { priceOre: 40_000 },
      { memberPriceOre: 0 },
      { priceOre: 60_000 },
      { memberPriceOre: 31_000 },
      { memberPriceOre: null },
    ];

    expect(changes.map((change) => isDearerForWaiting(told, { ...told, ...change }, 1))).toEqual([false, false, true, true, true]);
  });

  test("may give members a price of their own that is no more than that of others", () => {
    const one = { priceOre: 50_000, memberPriceOre: null };

    expect(isDearerForWaiting(one, { ...one, memberPriceOre: 50_000 }, 1)).toBe(false);
    expect(isDearerForWaiting(one, { ...one, memberPriceOre: 50_001 }, 1)).toBe(true);
  });
});

test("when nobody waits, the price is free to change", () => {
  expect(isDearerForWaiting(told, { priceOre: 90_000, memberPriceOre: null }, 0)).toBe(false);
});

test("what is closed closes now, and what was to open later never does", () => {
  const [earlier, now, later] = ["10", "12", "14"].map((hour) => Temporal.Instant.from(`2026-11-23T${hour}:00:00Z`)) as [
    Temporal.Instant,
    Temporal.Instant,
    Temporal.Instant,
  ];

  expect(closedAt(earlier, later, now)).toEqual({ opensAt: earlier, closesAt: now });
  expect(closedAt(later, null, now)).toEqual({ opensAt: null, closesAt: now });
  expect(closedAt(null, earlier, now)).toEqual({ opensAt: null, closesAt: earlier });
});
