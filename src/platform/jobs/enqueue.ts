import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import { type JobKind, priorityOf } from "./job.ts";

/** When and under which name a job waits. */
export interface Waiting {
  /** At once when left out. */
  runAt?: Temporal.Instant;
  /** A waiting job of the same key is replaced, so that there is one. */
  jobKey?: string;
  /** How often an error is tried again, over about three days at 25. */
  maxAttempts?: number;
}

/** Puts a job in the queue, in the transaction that makes it needed: it is there when that commits, and not when it does not. */
export async function enqueue<Payload>(tx: Db, kind: JobKind<Payload>, payload: NoInfer<Payload>, waiting: Waiting = {}): Promise<void> {
  await enqueueAll(tx, kind, [{ payload, ...waiting }]);
}

/** The same for many jobs of one kind, in one statement. */
export async function enqueueAll<Payload>(
  tx: Db,
  kind: JobKind<Payload>,
  jobs: (Waiting & { payload: NoInfer<Payload> })[],
): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map(({ payload, runAt, jobKey, maxAttempts }) => ({
    identifier: kind.name,
    payload: kind.payload.parse(payload),
    run_at: runAt?.toString(),
    job_key: jobKey,
    max_attempts: maxAttempts,
    priority: priorityOf(kind),
  }));
  await sql`select count(*) from graphile_worker.add_jobs(array(
    select json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json)
  ))`.execute(tx);
}
