import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { StartFailure } from "../database/start-failure.ts";
import { tablesOfOurs } from "./dump.ts";
import type { BackupManifest } from "./manifest.ts";

const rowsAtOnce = 2_000;

/**
 * Puts the rows and jobs of a backup into a migrated database that nobody has used, in one transaction: all or nothing.
 * @throws StartFailure when the database is in use, of another version, or holds another number of rows afterwards
 */
export async function loadDatabase(client: pg.Client, folder: string, manifest: BackupManifest): Promise<void> {
  await client.query("begin");
  await requireRoom(client, manifest);
  // foreign keys are checked when all rows are there, whatever the order they came in
  const keys = (await client.query<ForeignKey>(foreignKeys)).rows;
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  const tables = (await client.query<{ name: string }>(tablesOfOurs)).rows.map(({ name }) => name);
  await client.query(`truncate ${tables.join(", ")}`);
  for (const table of tables) await loadTable(client, folder, table, manifest.rows[table] ?? 0);
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  await client.query(
    `select graphile_worker.add_job(j ->> 'name', payload => (j -> 'payload')::json, queue_name => j ->> 'queue', run_at => (j ->> 'runAt')::timestamptz,
       max_attempts => (j ->> 'maxAttempts')::int, job_key => j ->> 'key', priority => (j ->> 'priority')::int)
     from jsonb_array_elements($1::jsonb) j`,
    [JSON.stringify(manifest.jobs)],
  );
  await client.query("commit");
  await client.query("analyze");
}

type ForeignKey = { table: string; name: string; definition: string };

// by way of the tables: of a spread database, the list of constraints has those of its shards too
const foreignKeys = `select t.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
  from pg_class t join pg_constraint k on k.conrelid = t.oid where k.contype = 'f' and t.relnamespace = 'public'::regnamespace`;

// what the database works out by itself is worked out anew
const writtenColumns = `select attname as name from pg_attribute
  where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;

async function requireRoom(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select name from schema_migrations order by name");
  if (rows.map(({ name }) => name).join() !== manifest.migrations.join()) {
    throw new StartFailure(`The backup is of another version of Romslig (${manifest.migrations.at(-1)}); restore it with that version`);
  }
  const used = await client.query("select from people union all select from organizations limit 1");
  if (used.rowCount !== 0) throw new StartFailure("The installation is in use; restore into a new data folder or an empty database");
}

async function loadTable(client: pg.Client, folder: string, table: string, expected: number): Promise<void> {
  const lines = linesOf(join(folder, "tables", `${table}.gz`));
  const { rows } = await client.query<{ name: string }>(writtenColumns, [table]);
  const columns = rows.map(({ name }) => `"${name}"`).join(", ");
  let batch: string[] = [];
  let count = 0;
  const send = async () => {
    count += batch.length;
    await client.query(`insert into ${table} (${columns}) select ${columns} from unnest($1::${table}[])`, [batch]);
    batch = [];
  };
  for await (const line of lines) {
    batch.push(JSON.parse(line) as string);
    if (batch.length === rowsAtOnce) await send();
  }
  if (batch.length > 0) await send();
  if (count !== expected)
    throw new StartFailure(`The backup should hold ${expected} rows of ${table} and holds ${count}; nothing was restored`);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unpacked = packed.pipe(createGunzip()).setEncoding("utf8");
  packed.on("error", (error) => unpacked.destroy(error));
  let rest = "";
  try {
    for await (const part of unpacked as AsyncIterable<string>) {
      const lines = `${rest}${part}`.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (cause) {
    throw new StartFailure(`The file ${file} of the backup is damaged; nothing was restored`, { cause });
  }
  if (rest !== "") yield rest;
}
