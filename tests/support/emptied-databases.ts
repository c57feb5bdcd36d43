import pg from "pg";
import { copyOf } from "./databases.ts";

/** A database nobody has used yet. */
export interface Untouched {
  /** By table that holds anything, those of the schema included: how many rows, and the last transaction that wrote one. */
  filled: Record<string, string>;
  bytes: number;
}

const schemaTables = ["pg_attribute", "pg_constraint", "pg_index", "pg_proc", "pg_trigger", "pg_namespace", "pg_extension"];

// a test that fills a database with a whole network leaves it: emptying it takes longer than a copy
const mostGrownBytes = 8_000_000;

const emptied: string[] = [];

/** A database as it was migrated: one that an earlier test of this process has used and that was emptied, else a new copy. */
export async function untouchedDatabase(template: string, servers: string[]): Promise<string> {
  return emptied.pop() ?? (await copyOf(template, servers));
}

/** Reads what an untouched database is. */
export async function readUntouched(url: string): Promise<Untouched> {
  return await within(url, async (client) => {
    const { rows } = await client.query<{ bytes: string }>("select pg_database_size(current_database()) as bytes");
    return { filled: await readFilled(client), bytes: Number(rows[0]?.bytes) };
  });
}

/**
 * Empties a database that a test has used, so that the next may: a copy takes ten times as long. It is left as it is when somebody is still
 * connected, when its schema or what was there from the beginning has changed, and when it has grown large.
 */
export async function emptyDatabase(url: string, untouched: Untouched): Promise<void> {
  const isEmptied = await within(url, async (client) => {
    const { rows } = await client.query<{ isLeft: boolean }>(
      `select pg_database_size(current_database()) < $1 and not exists (select from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend') as "isLeft"`,
      [untouched.bytes + mostGrownBytes],
    );
    if (!rows[0]?.isLeft) return false;
    const filled = await readFilled(client);
    if (Object.entries(untouched.filled).some(([name, before]) => filled[name] !== before)) return false;
    const used = Object.keys(filled).filter((name) => untouched.filled[name] === undefined);
    // all of it goes, so nothing has to be asked what hangs on it
    const steps = ["begin", "set local session_replication_role = replica", ...used.map((name) => `delete from ${name}`), "commit"];
    await client.query(steps.join("; "));
    return true;
  });
  if (isEmptied) emptied.push(url);
}

async function readFilled(client: pg.Client): Promise<Untouched["filled"]> {
  const { rows: tables } = await client.query<{ name: string }>(
    // one that takes no room on the disk holds nothing, and most are like that
    `select name from (select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')) t
     where pg_relation_size(name::regclass) > 0 order by 1`,
  );
  const counts = [...tables.map(({ name }) => name), ...schemaTables].map(
    (name) => `select '${name}' as name, (select count(*) || ' ' || max(xmin::text::bigint) from ${name}) as filled`,
  );
  const { rows } = await client.query<{ name: string; filled: string }>(
    `select name, filled from (${counts.join(" union all ")}) counted where filled is not null`,
  );
  return Object.fromEntries(rows.map(({ name, filled }) => [name, filled]));
}

async function within<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
