import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { keptPlan } from "./kept-plan.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});

afterAll(() => installation.close());

test("a statement so marked is prepared once and answers each time for what it is given; others are not prepared", async () => {
  const prepared = await installation.db.connection().execute(async (db) => {
    const answers = [];
    for (const given of [1, 2])
      answers.push((await sql<{ twice: number }>`${keptPlan} select ${given}::int * 2 as twice`.execute(db)).rows[0]);
    await sql`select ${3}::int`.execute(db);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
    return { answers, statements: rows.map(({ statement }) => statement) };
  });

  expect(prepared.answers).toEqual([{ twice: 2 }, { twice: 4 }]);
  expect(prepared.statements).toEqual([expect.stringContaining("select $1::int * 2 as twice")]);
});

test("a plan made while a table was empty is not kept once it has grown", async () => {
  const scans = await installation.db.transaction().execute(async (tx) => {
    await sql`create temporary table grown (id integer primary key) on commit drop`.execute(tx);
    await sql`analyze grown`.execute(tx);
    const readWhole = async () =>
      (await sql<{ scans: string }>`select pg_stat_get_xact_numscans('grown'::regclass) as scans`.execute(tx)).rows[0]?.scans;
    const find = (ids: number[]) => sql`${keptPlan} select id from grown where id = any(${ids}::integer[])`.execute(tx);
    for (let id = 1; id < 10; id += 1) await find([id]);
    await sql`insert into grown select generate_series(1, 50000)`.execute(tx);
    for (let id = 1; id < 10; id += 1) await find([id]);
    const before = await readWhole();
    await find([3, 4, 5]);
    return [before, await readWhole()];
  });

  expect(scans[1]).toBe(scans[0]);
});
