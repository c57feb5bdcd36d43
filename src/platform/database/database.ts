import { Kysely, PostgresDialect, type Transaction } from "kysely";
import type pg from "pg";
import { connectionTo, createPool } from "./pool.ts";
import { type PulseTimes, watchPulse } from "./pulse.ts";
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

/** How long answers are waited for; what is left out is as in `connectionTo` and `watchPulse`. */
interface Patience {
  answerMilliseconds?: number;
  pulse?: PulseTimes;
}

/** Connections to `url`, made when needed. The oldest server understood is PostgreSQL 15. */
export function connect(url: string, most = 20, { answerMilliseconds, pulse: times }: Patience = {}): Connections {
  readTemporalValues();
  const settings = "-c statement_timeout=60000 -c TimeZone=UTC";
  const options = { ...connectionTo(url, answerMilliseconds), idleTimeoutMillis: 30_000, options: settings };
  const pulse = watchPulse(url, times);
  const pool = createPool({ ...options, max: most }, pulse);
  // Claims look rows up by their keys. A table that was small when last measured must not be read from end to end in a rush,
  // and a plan made when it was empty is not kept: a connection is made anew after so many batches.
  const byKey = `${settings} -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off`;
  const pipelines = createPool({ ...options, options: byKey, max: 4, pipeline: true, maxUses: 150 }, pulse);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    pipelines,
    async close() {
      await Promise.all([db.destroy(), pipelines.end()]);
      pulse.stop();
    },
  };
}
