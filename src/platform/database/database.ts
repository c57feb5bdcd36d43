import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";
import { readTemporalValues } from "./temporal-values.ts";

export type { Database } from "./schema.ts";

/** The database, or a transaction in it: what queries take. */
export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** The ways to one database. */
export interface Connections {
  db: Db;
  pool: pg.Pool;
  /** Connections that send statements without waiting for each answer, for claims; never for anything that takes a session's time. */
  pipelines: pg.Pool;
  close(): Promise<void>;
}

/** Connections to `url`, made when needed. The oldest server understood is PostgreSQL 15. */
export function connect(url: string, most = 20): Connections {
  readTemporalValues();
  const options = {
    connectionString: url,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    options: "-c statement_timeout=60000 -c TimeZone=UTC -c lc_messages=C",
  };
  const pool = new pg.Pool({ ...options, max: most });
  const pipelines = new pg.Pool({ ...options, max: 4, pipeline: true });
  // An idle connection that breaks is replaced on next use; the one in use reports to its caller.
  for (const each of [pool, pipelines]) each.on("error", () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    pipelines,
    async close() {
      await Promise.all([db.destroy(), pipelines.end()]);
    },
  };
}
