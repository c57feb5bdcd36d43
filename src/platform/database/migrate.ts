import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { placeNewTables } from "./distribute.ts";
import { StartFailure } from "./start-failure.ts";
import { statementsOf } from "./statements.ts";

const migrations = join(import.meta.dirname, "../../../database/migrations");
// any number will do, as long as every process asks for the same
const migrationLock = 4_017_001;

/**
 * Brings the schema up to date: each numbered file once, in order, each in a transaction of its own. Several processes may
 * call it at once; one does the work. New tables of a spread database go to their places with the file that makes them. The tables of the job queue are the queue's own and brought up to date with ours.
 * @returns the names of the files applied now
 * @throws StartFailure when a file that was applied has been changed since, or the database is of a newer Romslig
 */
export async function migrate(url: string, now: Temporal.Instant): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      "create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null)",
    );
    const done = new Map(
      (await client.query<{ name: string; checksum: string }>("select name, checksum from schema_migrations")).rows.map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    const applied: string[] = [];
    const files = migrationFiles();
    const unknown = [...done.keys()].find((name) => !files.includes(name));
    if (unknown) throw new StartFailure(`The database was made by a newer Romslig (${unknown}); start that version`);
    for (const name of files) {
      const text = readFileSync(join(migrations, name), "utf8");
      const checksum = createHash("sha256").update(text).digest("hex");
      if (done.get(name) === checksum) continue;
      if (done.has(name)) throw new StartFailure(`${name} was changed after it had been applied; write a new migration instead`);
      await apply(client, name, text, checksum, now);
      applied.push(name);
    }
    await runMigrations({ connectionString: url, logger: silent });
    return applied;
  } finally {
    await client.end();
  }
}

/** The numbered files, in order. */
export function migrationFiles(): string[] {
  return readdirSync(migrations)
    .filter((file) => file.endsWith(".sql"))
    .sort();
}

const silent = new Logger(() => () => undefined);

async function apply(client: pg.Client, name: string, text: string, checksum: string, now: Temporal.Instant): Promise<void> {
  await client.query("begin");
  try {
    for (const statement of statementsOf(text)) await client.query(statement);
    await client.query("insert into schema_migrations values ($1, $2, $3)", [name, checksum, now.toString()]);
    const afterwards = await placeNewTables(client);
    await client.query("commit");
    for (const statement of afterwards) await client.query(statement);
  } catch (error) {
    await client.query("rollback");
    throw new StartFailure(`The migration ${name} failed: ${error instanceof Error ? error.message : "unknown"}`, { cause: error });
  }
}
