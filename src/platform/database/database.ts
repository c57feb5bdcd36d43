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
    // a server that dies in the middle may never answer: whoever waits is told, a little after the server itself would have given up
    query_timeout: 65_000,
    options: "-c statement_timeout=60000 -c TimeZone=UTC",
  };
  const pool = new pg.Pool({ ...options, max: most });
  // Claims look rows up by their keys. A table that was small when last measured must not be read from end to end in a rush,
  // and a plan made when it was empty is not kept: a connection is made anew after so many batches.
  const byKey = `${options.options} -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off`;
  const pipelines = new pg.Pool({ ...options, options: byKey, max: 4, pipeline: true, maxUses: 150 });
  // An idle connection that breaks is replaced on next use; the one in use reports to its caller.
  for (const each of [pool, pipelines]) {
    each.on("error", () => undefined);
    // one that breaks between two statements of a transaction has nobody waiting; the next statement says that it is gone
    each.on("connect", (client) => client.on("error", () => undefined));
  }
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
