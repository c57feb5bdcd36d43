import { sql } from "kysely";
import { handlers as everyHandler, subscriptions as everySubscription } from "../../src/jobs.ts";
import type { JobHandler } from "../../src/platform/jobs/job.ts";
import { covers, type Subscription } from "../../src/platform/outbox/subscription.ts";
import { takeAnnouncements } from "../../src/platform/outbox/take.ts";
import type { TestInstallation } from "./installation.ts";

type Row = { id: string; name: string; payload: unknown; attempts: number };

/**
 * Takes what waits in the outbox and does every job that is due by the test's clock, until nothing is. A job that throws is
 * kept with its error and not tried again here.
 * @param only the names of the jobs to do; the others go on waiting
 * @returns the names of the jobs done, in order
 */
export async function doWhatIsDue(
  installation: TestInstallation,
  {
    handlers = everyHandler,
    subscriptions = everySubscription,
    only,
  }: { handlers?: JobHandler[]; subscriptions?: Subscription[]; only?: string[] } = {},
): Promise<string[]> {
  const done: string[] = [];
  for (;;) {
    await takeAnnouncements(installation, subscriptions);
    const job = await nextDue(installation, only);
    if (!job) return done;
    const handler = handlers.find(({ kind }) => kind.name === job.name);
    if (!handler) throw new Error(`Nothing does the job ${job.name}; list its handler in src/jobs.ts`);
    try {
      await handler.run(installation, job.payload, { attempt: job.attempts + 1, signal: new AbortController().signal });
      await sql`delete from graphile_worker._private_jobs where id = ${job.id}::bigint`.execute(installation.db);
      done.push(job.name);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await sql`update graphile_worker._private_jobs set attempts = attempts + 1, last_error = ${reason}, locked_at = null, locked_by = null where id = ${job.id}::bigint`.execute(
        installation.db,
      );
    }
  }
}

/** Tells every announcement once more to everybody who is told of it, as after a crash. */
export async function tellAllAgain(installation: TestInstallation): Promise<void> {
  const { db } = installation;
  const announcements = await db
    .selectFrom("outbox")
    .select(["id", "happened_at as happenedAt", "topic", "organization_ids as organizationIds", "payload"])
    .orderBy("id")
    .execute();
  for (const announced of announcements) {
    for (const subscription of everySubscription.filter(({ topics }) => covers(topics, announced.topic)))
      await db.transaction().execute((tx) => subscription.tell(tx, announced, installation));
  }
}

/** The jobs that wait, with when they are due. */
export async function waitingJobs(installation: TestInstallation): Promise<{ name: string; payload: unknown; runAt: string }[]> {
  const { rows } = await sql<{ name: string; payload: unknown; run_at: Temporal.Instant }>`
    select tasks.identifier as name, jobs.payload, jobs.run_at
    from graphile_worker._private_jobs as jobs join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    order by jobs.run_at, jobs.id`.execute(installation.db);
  return rows.map(({ name, payload, run_at }) => ({ name, payload, runAt: run_at.toString() }));
}

// jobs put in the queue by one statement have ids in any order: what they tell has them in the order it happened.
// what was enqueued for at once carries the real clock; what was enqueued for a time carries the test's
async function nextDue(installation: TestInstallation, only?: string[]): Promise<Row | undefined> {
  const isAsked = only ? sql`asked.identifier = any(${only})` : sql`true`;
  const { rows } = await sql<Row>`
    update graphile_worker._private_jobs as jobs set locked_at = now(), locked_by = 'test'
    from graphile_worker._private_tasks as tasks
    where tasks.id = jobs.task_id and jobs.id = (
      select due.id from graphile_worker._private_jobs as due join graphile_worker._private_tasks as asked on asked.id = due.task_id
      where ${isAsked} and (due.run_at <= ${installation.now()}::timestamptz or due.run_at in (due.created_at, due.updated_at))
        and due.last_error is null and due.locked_at is null
      order by due.priority, due.run_at, due.payload->>'announcementId', due.id limit 1)
    returning jobs.id::text, tasks.identifier as name, jobs.payload, jobs.attempts`.execute(installation.db);
  return rows[0];
}
