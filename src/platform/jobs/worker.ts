import { setTimeout as wait } from "node:timers/promises";
import { parseCronItems, type Task } from "graphile-worker";
import type { Installation } from "../installation.ts";
import { watchForsakenJobs } from "./forsaken-jobs.ts";
import { type CrontabEntry, type JobHandler, priorityOf } from "./job.ts";
import { createQueuePool } from "./queue-pool.ts";
import { type QueueRun, runQueue } from "./queue-run.ts";

/** What does the jobs. */
export interface Worker {
  /** Takes no more, waits for what was taken. */
  stop(): Promise<void>;
}

/** Does the jobs as they come, several at once, and puts in the queue what the clock asks for. Goes on after the database was away. */
export function startWorker(installation: Installation, url: string, handlers: JobHandler[], crontab: CrontabEntry[]): Worker {
  const { log } = installation;
  const tasks = taskList(installation, handlers);
  const items = parseCronItems(
    crontab.map(({ kind, at, payload }) => ({
      task: kind.name,
      match: at,
      payload,
      identifier: `${kind.name} ${at}`,
      options: { priority: priorityOf(kind), backfillPeriod: isDaily(at) ? aDay : 0 },
    })),
  );
  const watch = watchForsakenJobs(url, log);
  const pool = createQueuePool(url);
  const stopping = new AbortController();
  let current: QueueRun | undefined;
  const ended = keepRunning();

  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await ended;
      await watch.stop();
      await pool.end();
    },
  };

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      const reason = await runOnce().catch((error: unknown) => error);
      if (stopping.signal.aborted) return;
      log.info("worker_interrupted", { reason: reason instanceof Error ? reason.message : "unknown" });
      await wait(1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  /** @returns what the run ended of */
  async function runOnce(): Promise<unknown> {
    current = await runQueue(pool, tasks, items);
    watch.add(current.id);
    // a stop that came while it started found nothing to stop
    if (stopping.signal.aborted) await current.stop();
    const reason = await current.ended;
    watch.remove(current.id);
    return reason;
  }
}

// a nightly job whose minute passed while nobody was there is done when the program is back; one of every minute comes by itself
const aDay = 24 * 60 * 60 * 1000;

function isDaily(at: string): boolean {
  return /^\d+ \d+ /.test(at);
}

/** Each handler as the queue calls it: measured, and its failures told in the log with the job's id and never its payload. */
function taskList(installation: Installation, handlers: JobHandler[]): Record<string, Task> {
  const { log, metrics } = installation;
  const durations = metrics.histogram("romslig_job_seconds", "How long jobs took, by name and outcome");
  return Object.fromEntries(
    handlers.map((handler) => {
      const task: Task = async (payload, { job, abortSignal }) => {
        const began = performance.now();
        const done = (outcome: string) => durations.observe({ job: handler.kind.name, outcome }, (performance.now() - began) / 1_000);
        try {
          await handler.run(installation, withoutCron(payload), { attempt: job.attempts, signal: abortSignal });
          done("done");
        } catch (error) {
          done("failed");
          log.failure("job_failed", error, { job: handler.kind.name, jobId: job.id, attempt: job.attempts });
          throw error;
        }
      };
      return [handler.kind.name, task];
    }),
  );
}

// what the clock enqueues says when, beside the payload
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null || !("_cron" in payload)) return payload;
  const { _cron, ...rest } = payload;
  return rest;
}
