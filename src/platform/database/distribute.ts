import pg from "pg";
import { type DistributionPlan, distributionPlan, type ForeignKeyFact } from "./distribution-plan.ts";
import { placements } from "./placement.ts";
import { StartFailure } from "./start-failure.ts";

/** The statements that would spread the database at `url`, which must have been migrated. Changes nothing. */
export async function planDistribution(url: string): Promise<DistributionPlan> {
  return withClient(url, readPlan);
}

/**
 * Spreads a Citus database over its workers. All tables move in one transaction: when it fails, or a table has another number
 * of rows afterwards, everything is as it was.
 * @returns the rows of each table
 * @throws StartFailure when the database has no Citus, has been spread before, or rows are missing
 */
export async function distribute(url: string, tell: (statement: string) => void): Promise<Map<string, number>> {
  return withClient(url, async (client) => {
    await requireCitus(client);
    const plan = await readPlan(client);
    await client.query("begin");
    const before = await countRows(client);
    for (const statement of plan.inTransaction) {
      tell(statement);
      await client.query(statement);
    }
    const after = await countRows(client);
    const lost = [...before].find(([table, count]) => after.get(table) !== count);
    if (lost) throw new StartFailure(`The table ${lost[0]} had ${lost[1]} rows and has ${after.get(lost[0])}; nothing was changed`);
    await client.query("commit");
    for (const statement of plan.afterwards) {
      tell(statement);
      await client.query(statement);
    }
    return after;
  });
}

async function requireCitus(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_extension where extname = 'citus'");
  if (rowCount === 0) {
    throw new StartFailure(
      "The database has no Citus; npm run distribute needs a server with Citus 13 and the extension citus made in this database",
    );
  }
  const spread = await client.query("select from pg_dist_partition where logicalrelid = 'guest_days'::regclass");
  if (spread.rowCount !== 0) throw new StartFailure("The database is spread already");
}

async function readPlan(client: pg.Client): Promise<DistributionPlan> {
  const { rows } = await client.query<ForeignKeyFact>(
    `select t.relname as table, k.conname as name, k.confrelid::regclass::text as to, pg_get_constraintdef(k.oid) as definition
     from pg_class t join pg_constraint k on k.conrelid = t.oid where k.contype = 'f' and t.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
  return distributionPlan(client.database ?? "", rows);
}

async function countRows(client: pg.Client): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of Object.keys(placements)) {
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
