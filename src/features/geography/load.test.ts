import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { constraintName } from "../../platform/database/constraint-name.ts";
import { loadGeography } from "./load.ts";
import { readGeography } from "./reference.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

test("of several processes that start at once one loads the reference files, and later starts load nothing", async () => {
  const { db, now } = installation;
  await db.deleteFrom("reference_loads").execute();

  const first = await Promise.all([loadGeography(db, now()), loadGeography(db, now()), loadGeography(db, now())]);
  const second = await loadGeography(db, now());

  expect(first.sort()).toEqual([false, false, true]);
  expect(second).toBe(false);
  expect(await rowCounts()).toEqual({ municipalities: 879, changes: 534, counties: readGeography().counties.length, countyChanges: 22 });
});

test("when the files have changed since, the tables are made to say what they say", async () => {
  const { db, now } = installation;
  await loadGeography(db, now());
  await db.updateTable("reference_loads").set({ checksum: "of older files" }).execute();
  await db.updateTable("municipalities").set({ name: "Kristiania" }).where("number", "=", "0301").where("valid_to", "is", null).execute();
  await db.deleteFrom("municipalities").where("number", "=", "5001").execute();

  const loaded = await loadGeography(db, now());

  expect(loaded).toBe(true);
  expect((await rowCounts()).municipalities).toBe(879);
  const oslo = await db.selectFrom("municipalities").select("name").where("number", "=", "0301").orderBy("valid_from").execute();
  expect(oslo).toEqual([{ name: "Oslo" }, { name: "Oslo - Oslove" }]);
});

test("the database refuses two municipalities of one number on one day", async () => {
  const { db, now } = installation;
  await loadGeography(db, now());

  const second = db
    .insertInto("municipalities")
    .values({ number: "5001", name: "Nidaros", name_no: "Nidaros", county_number: "50", valid_from: "2026-06-01", valid_to: null })
    .execute();

  expect(await second.catch(constraintName)).toBe("municipalities_no_overlap");
});

async function rowCounts() {
  const count = async (table: "municipalities" | "municipality_changes" | "counties" | "county_changes") =>
    (await installation.db.selectFrom(table).selectAll().execute()).length;
  return {
    municipalities: await count("municipalities"),
    changes: await count("municipality_changes"),
    counties: await count("counties"),
    countyChanges: await count("county_changes"),
  };
}
