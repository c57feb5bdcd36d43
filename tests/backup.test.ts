import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyToken } from "../src/features/exchange/pass-token.ts";
import { signingKeys } from "../src/features/exchange/signing-keys.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { waitingJobs } from "./support/jobs.ts";
import { networkBuilder } from "./support/network.ts";
import { tablesOf } from "./support/schema-facts.ts";
import { callers } from "./support/visitor.ts";

const root = join(import.meta.dirname, "..");

let folder: string;
let installation: TestInstallation;
let other: TestInstallation;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "romslig-backup-"));
  installation = await testInstallation();
  other = await testInstallation();
});

afterEach(async () => {
  await installation.close();
  await other.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run NAME -- FOLDER` beside the program, on its database and its data folder. */
function command(name: string, { databaseUrl }: TestInstallation, dataFolder: string, below = "") {
  const program = join(root, "src/commands", `${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, `${join(folder, "backup")}${below}`], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, ROMSLIG_DATA: dataFolder },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** A number for all rows of each table, the same when the rows are. */
async function sumsOf({ db }: TestInstallation): Promise<Record<string, unknown>> {
  const sums: Record<string, unknown> = {};
  for (const table of await tablesOf(db)) {
    if (table === "schema_migrations") continue;
    const { rows } =
      await sql`select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.table(table)} t`.execute(db);
    sums[table] = rows[0];
  }
  return sums;
}

test("what was backed up is the same in a new installation: every row, the jobs, the files, and a pass that still opens the door", {
  timeout: 120_000,
}, async () => {
  const network = networkBuilder(installation);
  const [host, home] = [await network.space("workwork"), await network.space("blender")];
  await network.agreement([host, home]);
  const amina = await network.member('Amina "Ami" Larsen, \\o/ (æøå)', home);
  const { body } = await callers(installation).as(amina).post("/spaces/workwork/day-passes", { day: "2026-11-24" });
  await sql`select graphile_worker.add_job('exchange.close-days', '{"of": "the test"}'::json, run_at => '2030-01-01T10:00:00Z')`.execute(
    installation.db,
  );
  mkdirSync(join(folder, "data/files/photos"), { recursive: true });
  writeFileSync(join(folder, "data/files/photos/house.webp"), "a picture");
  writeFileSync(join(folder, "data/files/photos/next.webp.unfinished"), "half");

  const backup = command("backup", installation, join(folder, "data"));
  const restore = command("restore", other, join(folder, "new"));

  expect(backup).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+ rows of \d+ tables, and the files, are in /), stderr: "" });
  expect(restore).toEqual({ status: 0, stdout: expect.stringMatching(/^\d+ rows of \d+ tables are as they were at 2/), stderr: "" });
  expect(await sumsOf(other)).toEqual(await sumsOf(installation));
  expect(await waitingJobs(other)).toEqual(await waitingJobs(installation));
  expect(readFileSync(join(folder, "new/files/photos/house.webp"), "utf8")).toBe("a picture");
  expect(readFileSync(join(folder, "new/secret"), "utf8")).toBe(readFileSync(join(folder, "data/secret"), "utf8"));
  const keys = signingKeys(other.db, other.now);
  const keyId = (await keys.current()).id;
  const publicKey = await keys.publicKey(keyId);
  expect(verifyToken(body.token, (id) => (id === keyId ? publicKey : undefined))).toMatchObject({ passId: body.id, day: "2026-11-24" });
});

test("an installation in use is not restored over, and keeps what it has", { timeout: 120_000 }, async () => {
  await networkBuilder(other).organization("kystnett");
  command("backup", installation, join(folder, "data"));
  const before = await sumsOf(other);

  const restore = command("restore", other, join(folder, "new"));
  const again = command("restore", other, join(folder, "data"));

  expect(restore).toEqual({
    status: 1,
    stdout: "",
    stderr: "The installation is in use; restore into a new data folder or an empty database.\n",
  });
  expect(again).toEqual({
    status: 1,
    stdout: "",
    stderr: `The data folder ${join(folder, "data")} has been used; choose a new one with ROMSLIG_DATA.\n`,
  });
  expect(await sumsOf(other)).toEqual(before);
});

test("a folder nothing can be made in is refused in a sentence", { timeout: 120_000 }, async () => {
  const file = join(folder, "backup");
  writeFileSync(file, "");

  const backup = command("backup", installation, join(folder, "data"), "/below");

  expect(backup).toEqual({ status: 1, stdout: "", stderr: `The folder ${file}/below cannot be written to; choose another.\n` });
});

test("a backup that was cut short is not restored", async () => {
  mkdirSync(join(folder, "backup/tables"), { recursive: true });

  const restore = command("restore", other, join(folder, "new"));

  expect(restore).toEqual({ status: 1, stdout: "", stderr: `The folder ${join(folder, "backup")} holds no whole backup.\n` });
});

test("a backup with a damaged file is not restored, and says which", { timeout: 120_000 }, async () => {
  const whole = command("backup", installation, join(folder, "data"));
  const file = join(folder, "backup/tables/municipalities.gz");
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, 200));

  const restore = command("restore", other, join(folder, "new"));
  writeFileSync(file, bytes);
  const again = command("restore", other, join(folder, "new"));

  expect(whole.status).toBe(0);
  expect(restore).toEqual({ status: 1, stdout: "", stderr: `The file ${file} of the backup is damaged; nothing was restored.\n` });
  expect(again.status).toBe(0);
});
