import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import type { BackupManifest, KeptJob } from "./manifest.ts";

const rowsAtOnce = 2_000;

/**
 * Writes every row of every table of ours, and the jobs that wait, into the folder, as they were at one moment: the program may
 * go on meanwhile. A row is written as the database itself writes it, one JSON string a line.
 */
export async function dumpDatabase(client: pg.Client, folder: string, now: Temporal.Instant): Promise<BackupManifest> {
  mkdirSync(join(folder, "tables"), { recursive: true });
  await client.query("begin isolation level repeatable read read only");
  const migrations = await names(client, "select name from schema_migrations order by name");
  const tables = await names(client, tablesOfOurs);
  const rows: Record<string, number> = {};
  for (const table of tables) {
    await pipeline(
      Readable.from(
        linesOf(client, table, (count) => {
          rows[table] = (rows[table] ?? 0) + count;
        }),
      ),
      createGzip({ level: 4 }),
      createWriteStream(join(folder, "tables", `${table}.gz`), { mode: 0o600 }),
    );
  }
  const jobs = (await client.query<KeptJob>(waitingJobs)).rows;
  await client.query("commit");
  return { takenAt: now.toString(), migrations, rows, jobs };
}

/** Every table of ours but the list of migrations, which is the program's. */
export const tablesOfOurs = `select relname as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations' order by 1`;

const waitingJobs = `select t.identifier as name, j.payload, j.run_at::text as "runAt", j.key, j.max_attempts as "maxAttempts", j.priority, q.queue_name as queue
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts order by j.id`;

async function* linesOf(client: pg.Client, table: string, onRows: (count: number) => void): AsyncGenerator<string> {
  onRows(0);
  await client.query(`declare dumped no scroll cursor for select t::text as line from ${table} t`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from dumped`);
    if (rows.length === 0) break;
    onRows(rows.length);
    yield rows.map(({ line }) => `${JSON.stringify(line)}\n`).join("");
  }
  await client.query("close dumped");
}

async function names(client: pg.Client, query: string): Promise<string[]> {
  return (await client.query<{ name: string }>(query)).rows.map(({ name }) => name);
}
