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
