import { afterEach, beforeEach, expect, test } from "vitest";
import type { TestInstallation } from "../../../../tests/support/installation.ts";
import { demonstration } from "../../../../tests/support/loaded-network.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await demonstration();
});
afterEach(() => installation.close());

test("the demonstration's third quarter is 324 days between 55 pairs, 41 over the quota, and six transfers instead of twenty", async () => {
  const { id } = await installation.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", "coordinator@demo.example")
    .executeTakeFirstOrThrow();
  const ingrid = callers(installation).as(id);
  const quarter = { from: "2026-07-01", to: "2026-10-01" };

  const before = await ingrid.get(`/networks/coworking-norge/period?from=${quarter.from}&to=${quarter.to}`);
  const closed = await ingrid.post("/networks/coworking-norge/settlements", quarter);

  expect(before.body).toMatchObject({ openCorrections: 2, lateRows: 0, settlement: null, abilities: { close: true } });
  expect(closed.body.totals).toEqual({ days: 324, pairs: 55, overQuota: 41, amountOre: 1_025_000, debts: 20 });
  expect(closed.body.transfers).toHaveLength(6);
  expect(closed.body.transfers.reduce((sum: number, { amountOre }: { amountOre: number }) => sum + amountOre, 0)).toBe(850_000);
  expect(closed.body.transfers).toEqual(before.body.transfers);
});
