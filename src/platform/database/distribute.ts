import pg from "pg";
import { type DistributionPlan, distributionPlan, type ForeignKeyFact, sequentially, settingsTakenBack } from "./distribution-plan.ts";
import { type Found, placements } from "./placement.ts";
import { StartFailure } from "./start-failure.ts";

/** The statements that would spread the database at `url`, which must have been migrated. Changes nothing. */
export async function planDistribution(url: string): Promise<DistributionPlan> {
  return withClient(url, readPlan);
}

/**
 * Spreads a Citus database over its workers, or puts those tables in place that are not yet. All move in one transaction: when it
 * fails, or a table has another number of rows afterwards, everything is as it was.
 * @returns the rows of each table
 * @throws StartFailure when the database has no Citus, speaks another language than ours, or rows are missing
 */
export async function distribute(url: string, tell: (statement: string) => void): Promise<Map<string, number>> {
  return withClient(url, async (client) => {
    await requireCitus(client);
    const plan = await readPlan(client);
    const rows = await losingNothing(client, () => carryOut(client, plan.inTransaction, tell));
    await carryOut(client, plan.afterwards, tell);
    return rows;
  });
}

/**
 * Brings all tables back to the coordinator, as they were before they were spread: in one transaction, or nothing is changed.
 * @returns the rows of each table
 * @throws StartFailure when the database has no Citus, or rows are missing
 */
export async function gather(url: string, tell: (statement: string) => void): Promise<Map<string, number>> {
  return withClient(url, async (client) => {
    await requireCitus(client);
    return losingNothing(client, async () => {
      // each takes with it what foreign keys tie to it
      for (;;) {
        const { rows } = await client.query<{ name: string }>(
          `select name from (${placesInCitus}) p order by found = 'local', name limit 1`,
        );
        if (!rows[0]) break;
        await carryOut(client, [`select undistribute_table('${rows[0].name}', cascade_via_foreign_keys => true)`], tell);
      }
      await carryOut(client, settingsTakenBack(client.database ?? ""), tell);
    });
  });
}

// the transaction, which ends well only when every table has as many rows as before
async function losingNothing(client: pg.Client, move: () => Promise<void>): Promise<Map<string, number>> {
  await client.query("begin");
  await client.query(sequentially);
  const before = await countRows(client);
  await move();
  const after = await countRows(client);
  const lost = [...before].find(([table, count]) => after.get(table) !== count);
  if (lost) throw new StartFailure(`The table ${lost[0]} had ${lost[1]} rows and has ${after.get(lost[0])}; nothing was changed`);
  await client.query("commit");
  return after;
}

/**
 * Puts new tables of a spread database in their places, within the transaction that made them; does nothing in any other database.
 * @returns what is to be carried out after the commit
 */
export async function placeNewTables(client: pg.Client): Promise<string[]> {
  const found = await findTables(client);
  if (![...found.values()].includes("distributed")) return [];
  const { inTransaction, afterwards } = await readPlan(client);
  await carryOut(client, inTransaction, () => undefined);
  return inTransaction.length === 0 ? [] : afterwards;
}

async function carryOut(client: pg.Client, statements: string[], tell: (statement: string) => void): Promise<void> {
  for (const statement of statements) {
    tell(statement);
    await client.query(statement);
  }
}

async function requireCitus(client: pg.Client): Promise<void> {
  if (!(await hasCitus(client))) {
    throw new StartFailure(
      "The database has no Citus; npm run distribute needs a server with Citus 13 and the extension citus made in this database",
    );
  }
  const { rows } = await client.query<{ language: string }>("select current_setting('lc_messages') as language");
  const language = rows[0]?.language ?? "";
  if (!/^(C|POSIX|en)([._]|$)/.test(language)) {
    throw new StartFailure(
      `The database speaks ${language}; set lc_messages = 'C' on the coordinator and the workers, since what a spread table refuses is told in words`,
    );
  }
}

async function hasCitus(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_extension where extname = 'citus'");
  return rowCount !== 0;
}

async function readPlan(client: pg.Client): Promise<DistributionPlan> {
  // by way of the tables: of a spread database, the list of constraints has those of its shards too
  const { rows: foreignKeys } = await client.query<ForeignKeyFact>(
    `select t.relname as table, k.conname as name, k.confrelid::regclass::text as to, pg_get_constraintdef(k.oid) as definition
     from pg_class t join pg_constraint k on k.conrelid = t.oid where k.contype = 'f' and t.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
  return distributionPlan(client.database ?? "", { tables: await findTables(client), foreignKeys });
}

// what the view citus_tables tells, which measures every table over connections of its own and so would wait for this transaction
const placesInCitus = `select logicalrelid::regclass::text as name,
  case when partmethod = 'n' and repmodel = 't' then 'reference' when partmethod = 'n' and colocationid = 0 then 'local' else 'distributed' end as found
  from pg_dist_partition`;

// the tables that have a place, in the order of their places, and where they are
async function findTables(client: pg.Client): Promise<Map<string, Found>> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const known = (await hasCitus(client)) ? await client.query<{ name: string; found: Found }>(placesInCitus) : { rows: [] };
  const there = new Set(rows.map(({ name }) => name));
  const found = new Map(known.rows.map((row) => [row.name, row.found]));
  return new Map(
    Object.keys(placements)
      .filter((table) => there.has(table))
      .map((table) => [table, found.get(table) ?? "plain"]),
  );
}

async function countRows(client: pg.Client): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of (await findTables(client)).keys()) {
    const { rows } = await client.query<{ count: string }>(`select count(*)::text as count from ${table}`);
    counts.set(table, Number(rows[0]?.count));
  }
  return counts;
}

// a connection that ends takes an open transaction back
async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
