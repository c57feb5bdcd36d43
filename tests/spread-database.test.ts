import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loadDemo } from "../database/demo/load.ts";
import { distribute, gather } from "../src/platform/database/distribute.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";

// only servers with Citus can show it (ROMSLIG_TEST_SERVERS in CONTRIBUTING.md)
describe.runIf(inject("servers").length > 1)("A spread database", () => {
  let installation: TestInstallation;
  beforeAll(async () => {
    installation = await testInstallation();
    await loadDemo(installation.db, installation.now());
  });
  afterAll(() => installation.close());

  test("is brought back to one machine with every row, and spread again", async () => {
    const { databaseUrl } = installation;
    const told: string[] = [];

    const nothing = await distribute(databaseUrl, (statement) => told.push(statement));
    const back = await gather(databaseUrl, () => undefined);
    const placesWhenBack = await countPlaces();
    const again = await distribute(databaseUrl, () => undefined);

    expect(told.filter((statement) => !statement.includes("truncate_local_data"))).toEqual([]);
    expect(placesWhenBack).toBe(0);
    expect(await countPlaces()).toBeGreaterThan(30);
    expect([back, again]).toEqual([nothing, nothing]);
    expect(nothing.get("day_passes")).toBeGreaterThan(500);
  }, 120_000);

  async function countPlaces(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_dist_partition`.execute(installation.db);
    return rows[0]?.count ?? 0;
  }
});
