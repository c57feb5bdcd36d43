import { sql } from "kysely";
import { expect, test } from "vitest";
import { testInstallation } from "../../../tests/support/installation.ts";
import { isDatabaseAway } from "./constraint-name.ts";
import { connect } from "./database.ts";
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
