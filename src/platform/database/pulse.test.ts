import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Gate, gateBefore } from "../../../tests/support/gate.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { isDatabaseAway } from "./constraint-name.ts";
import { type Connections, connect } from "./database.ts";

let installation: TestInstallation;
let gate: Gate;
let connections: Connections;

beforeEach(async () => {
  installation = await testInstallation();
  gate = await gateBefore(installation.databaseUrl);
  connections = connect(gate.url, 2, { pulse: { noticeMilliseconds: 100, silenceMilliseconds: 2_000 } });
});

afterEach(async () => {
  await connections.close();
  await gate.close();
  await installation.close();
});

describe("A database that is frozen", () => {
  test("is found out in seconds by who reads and by who claims, and is there again by itself", async () => {
    const read = async () => (await sql<{ one: number }>`select 1 as one`.execute(connections.db)).rows[0]?.one;
    const claim = async () => (await connections.pipelines.query<{ one: number }>("select 1 as one")).rows[0]?.one;
    const faultsOf = (asked: Promise<unknown>) => asked.then(() => false, isDatabaseAway);
    await Promise.all([read(), claim()]);

    gate.fallSilent();
    const began = performance.now();
    const faults = await Promise.all([read(), claim()].map(faultsOf));
    const seconds = (performance.now() - began) / 1_000;
    const next = performance.now();
    const laterFaults = await Promise.all([read(), claim()].map(faultsOf));
    const laterSeconds = (performance.now() - next) / 1_000;
    gate.answerAgain();

    expect([...faults, ...laterFaults]).toEqual([true, true, true, true]);
    expect(seconds).toBeLessThan(10);
    expect(laterSeconds).toBeLessThan(1);
    await expect.poll(() => Promise.all([read(), claim()]).catch(() => "away"), { timeout: 10_000 }).toEqual([1, 1]);
  });

  test("is not one that works long: a statement is waited for as long as the server says a word when asked", async () => {
    const lock = 4_711;
    const report = await installation.db.connection().execute(async (other) => {
      await sql`select pg_advisory_lock(${lock}::bigint)`.execute(other);
      const before = gate.opened;
      const waits = sql<{ one: number }>`select 1 as one from (select pg_advisory_lock(${lock}::bigint)) l`.execute(connections.db);
      // it was asked twice whether it is there, besides the connection the report itself needs
      await expect.poll(() => gate.opened - before, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
      await sql`select pg_advisory_unlock(${lock}::bigint)`.execute(other);
      return waits;
    });

    expect(report.rows).toEqual([{ one: 1 }]);
  });
});
