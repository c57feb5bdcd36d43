import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";
import { readTemporalValues } from "./temporal-values.ts";

export type { Database } from "./schema.ts";

/** The database, or a transaction in it: what queries take. */
export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** A pool of connections to `url`. The oldest server understood is PostgreSQL 15. */
export function connect(url: string, connections = 20): { db: Db; pool: pg.Pool } {
  readTemporalValues();
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    options: "-c statement_timeout=60000 -c TimeZone=UTC -c lc_messages=C",
  });
  // An idle connection that breaks is replaced on next use; the one in use reports to its caller.
  pool.on("error", () => undefined);
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool };
}
