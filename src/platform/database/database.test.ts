import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Gate, gateBefore } from "../../../tests/support/gate.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { isDatabaseAway } from "./constraint-name.ts";
import { type Connections, connect } from "./database.ts";
import { newId } from "./id.ts";

test("a connection that breaks in the middle of a transaction is told to that transaction, and to nobody else", async () => {
  const { db, close } = await testInstallation();
  const { promise: broken, resolve: breakIt } = Promise.withResolvers<void>();
  const whoAmI = Promise.withResolvers<number>();

  const transaction = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    whoAmI.resolve(rows[0]?.pid ?? 0);
    await broken;
    await sql`select 1`.execute(tx);
  });
  const pid = await whoAmI.promise;
  await sql`select pg_terminate_backend(${pid}::int, 0)`.execute(db);
  // the other connection hears of it while nobody asks it anything
  const { rows } = await sql`select pg_sleep(0.1), 1 as one`.execute(db);
  breakIt();
  const error = await transaction.catch((reason: unknown) => reason);

  expect(isDatabaseAway(error)).toBe(true);
  expect(rows).toHaveLength(1);
  await close();
});

describe("When the database falls silent", () => {
  let installation: TestInstallation;
  let gate: Gate;
  let connections: Connections;

  beforeEach(async () => {
    installation = await testInstallation();
    gate = await gateBefore(installation.databaseUrl);
    connections = connect(gate.url, 1, { answerMilliseconds: 2_000 });
  });

  afterEach(async () => {
    await connections.close();
    await gate.close();
    await installation.close();
  });

  test("who asks is told, and the next one is not given the connection that does not answer", async () => {
    const ask = async () => (await sql<{ one: number }>`select 1 as one`.execute(connections.db)).rows;
    await ask();

    gate.fallSilent();
    const error = await ask().catch((reason: unknown) => reason);
    gate.answerAgain();

    expect(isDatabaseAway(error)).toBe(true);
    expect(await ask()).toEqual([{ one: 1 }]);
  });

  test("claims are told too, and the next ones are not given that connection", async () => {
    const ask = async () => {
      const client = await connections.pipelines.connect();
      const answers = Promise.all([client.query("select 1 as one"), client.query("select 2 as two")]);
      const rows = await answers.then(([one, two]) => [...one.rows, ...two.rows]).finally(() => client.release());
      return rows;
    };
    await ask();

    gate.fallSilent();
    const error = await ask().catch((reason: unknown) => reason);
    gate.answerAgain();

    expect(isDatabaseAway(error)).toBe(true);
    expect(await ask()).toEqual([{ one: 1 }, { two: 2 }]);
  });

  test("a transaction is told once, without waiting for its rollback as well", async () => {
    const began = performance.now();

    const error = await connections.db
      .transaction()
      .execute(async (tx) => {
        await sql`select 1`.execute(tx);
        gate.fallSilent();
        await sql`select 2`.execute(tx);
      })
      .catch((reason: unknown) => reason);

    expect(isDatabaseAway(error)).toBe(true);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

test("the program needs no superuser", async () => {
  const { db, databaseUrl, close } = await testInstallation();
  const name = `nobody_${newId().replaceAll("-", "")}`;
  await sql.raw(`create role ${name} login password 'of-a-test'`).execute(db);
  const url = new URL(databaseUrl);
  [url.username, url.password] = [name, "of-a-test"];

  const own = connect(url.href, 1);
  const { rows } = await sql`select current_user as name`.execute(own.db);
  const piped = await own.pipelines.query("select current_user as name");

  expect([...rows, ...piped.rows]).toEqual([{ name }, { name }]);
  await own.close();
  await sql.raw(`drop role ${name}`).execute(db);
  await close();
});
