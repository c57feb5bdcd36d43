import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { newId } from "../database/id.ts";
import { readTogether } from "./read-together.ts";

let installation: TestInstallation;
const readings: string[][] = [];
const people = readTogether(
  (db, ids) => {
    readings.push(ids);
    return db.selectFrom("people").select(["id", "name"]).where("id", "=", sql<string>`any(${ids}::uuid[])`).execute();
  },
  ({ id }) => id,
);

beforeAll(async () => {
  installation = await testInstallation();
});

afterAll(() => installation.close());

async function person(name: string): Promise<string> {
  const id = newId();
  await installation.db
    .insertInto("people")
    .values({ id, name, email: `${id}@eksempel.no`, created_at: installation.now() })
    .execute();
  return id;
}

test("what is asked for in one turn is read at once, and each is answered with its own row or none", async () => {
  const [ada, berit, nobody] = [await person("Ada"), await person("Berit"), newId()];
  readings.length = 0;

  const answers = await Promise.all([berit, nobody, ada, berit].map((id) => people(installation.db, id)));

  expect(answers.map((row) => row?.name)).toEqual(["Berit", undefined, "Ada", "Berit"]);
  expect(readings).toEqual([[berit, nobody, ada]]);
});

test("what was written before it is asked for is read, also while an earlier reading is under way, and in the transaction that wrote it", async () => {
  const first = await person("Først");
  const underWay = people(installation.db, first);

  const seen = await installation.db.transaction().execute(async (tx) => {
    await tx.updateTable("people").set({ name: "Nytt navn" }).where("id", "=", first).execute();
    return people(tx, first);
  });

  expect([seen?.name, (await people(installation.db, first))?.name]).toEqual(["Nytt navn", "Nytt navn"]);
  expect(await underWay).toMatchObject({ id: first });
});
