import type pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { createQueuePool } from "./queue-pool.ts";

let installation: TestInstallation;
let pool: pg.Pool;

beforeEach(async () => {
  installation = await testInstallation();
  pool = createQueuePool(installation.databaseUrl);
});

afterEach(async () => {
  await pool.end();
  await installation.close();
});

test("a connection that is given back twice is given back once, and the next one who gets it keeps it", async () => {
  const giveBack = await connection();
  giveBack();
  expect(() => giveBack()).not.toThrow();
  const nextGivesBack = await connection();

  giveBack();

  expect(pool.idleCount).toBe(0);
  nextGivesBack();
  expect(pool.idleCount).toBe(1);
});

test("a connection that broke is not given to another", async () => {
  const giveBack = await connection();

  giveBack(new Error("Connection terminated unexpectedly"));

  expect(pool.totalCount).toBe(0);
});

function connection(): Promise<(release?: boolean | Error) => void> {
  return new Promise((resolve, reject) => {
    pool.connect((error, _, giveBack) => (error ? reject(error) : resolve(giveBack)));
  });
}
