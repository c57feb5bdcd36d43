import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** How many jobs of a name stand where. Bounded by the number of names. */
export interface QueueLength {
  name: string;
  /** Can be taken now. */
  ready: number;
  /** Wait for their time, or for the next try. */
  later: number;
  running: number;
  /** Tried as often as they may be. */
  failed: number;
}

/** The queue by name of job. */
export async function queueLengths(db: Db): Promise<QueueLength[]> {
  const { rows } = await sql<QueueLength>`
    select tasks.identifier as name,
      count(*) filter (where jobs.locked_at is null and jobs.attempts < jobs.max_attempts and jobs.run_at <= now()) as ready,
      count(*) filter (where jobs.locked_at is null and jobs.attempts < jobs.max_attempts and jobs.run_at > now()) as later,
      count(*) filter (where jobs.locked_at is not null) as running,
      count(*) filter (where jobs.locked_at is null and jobs.attempts >= jobs.max_attempts) as failed
    from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    group by tasks.identifier
    order by tasks.identifier`.execute(db);
  return rows;
}

/** A job whose last try failed. */
export interface TroubledJob {
  id: string;
  name: string;
  attempts: number;
  max_attempts: number;
  last_error: string;
  run_at: Temporal.Instant;
  updated_at: Temporal.Instant;
}

/** Jobs whose last try failed, the latest first; `before` is the id of the last one seen. */
export async function troubledJobs(db: Db, limit: number, before: string | undefined): Promise<TroubledJob[]> {
  const { rows } = await sql<TroubledJob>`
    select jobs.id::text, tasks.identifier as name, jobs.attempts, jobs.max_attempts, jobs.last_error, jobs.run_at, jobs.updated_at
    from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    where jobs.last_error is not null and (${before ?? null}::bigint is null or jobs.id < ${before ?? null}::bigint)
    order by jobs.id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** Lets a job that failed be tried again at once, with all its tries. @returns its name, or undefined when it is not there or running */
export async function retryJob(tx: Db, id: string, now: Temporal.Instant): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select tasks.identifier as name
    from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    where jobs.id = ${id}::bigint and jobs.locked_at is null and jobs.last_error is not null
    for update of jobs`.execute(tx);
  if (!rows[0]) return undefined;
  await sql`select count(*) from graphile_worker.reschedule_jobs(array[${id}::bigint], ${now}::timestamptz, attempts => 0::smallint)`.execute(
    tx,
  );
  return rows[0].name;
}
