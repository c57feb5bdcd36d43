import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Logger, parseCronItems, type Runner, run, type Task, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { Installation } from "../installation.ts";
import { watchForsakenJobs } from "./forsaken-jobs.ts";
import { type CrontabEntry, type JobHandler, priorityOf } from "./job.ts";

const atOnce = 5;

// how long what was taken may go on after a stop before its signal is raised
const abortAfterMilliseconds = 5_000;

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
      options: { priority: priorityOf(kind) },
    })),
  );
  const watch = watchForsakenJobs(url, log);
  const pool = poolOfPlainValues(url);
  const stopping = new AbortController();
  let runner: Runner | undefined;
  const ended = keepRunning();

  return {
    async stop() {
      stopping.abort();
      await runner?.stop().catch((error: unknown) => log.failure("worker_stop_failed", error));
      await ended;
      await watch.stop();
      await pool.end();
    },
  };

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        runner = await run({
          pgPool: pool,
          taskList: tasks,
          parsedCronItems: items,
          concurrency: atOnce,
          noHandleSignals: true,
          gracefulShutdownAbortTimeout: abortAfterMilliseconds,
          // gathered, a job that could not be marked as done ends the run, which begins again; by itself it would end the process
          preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
          events: listener(),
          logger: new Logger(() => () => undefined),
        });
        // a stop that came while it started found nothing to stop
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        if (!stopping.signal.aborted) log.info("worker_interrupted", { reason: error instanceof Error ? error.message : "unknown" });
      }
      if (!stopping.signal.aborted) await wait(1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  function listener(): WorkerEvents {
    const events = new EventEmitter() as WorkerEvents;
    events.on("worker:create", ({ worker }) => watch.add(worker.workerId));
    return events;
  }
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

// The queue's own code expects the values node-postgres gives by itself, not ours.
function poolOfPlainValues(url: string): pg.Pool {
  const timestamptz = 1184;
  const bigint = 20;
  const pool = new pg.Pool({
    connectionString: url,
    max: atOnce + 3,
    connectionTimeoutMillis: 5_000,
    types: {
      getTypeParser: ((type: number, format: "text") => {
        if (type === timestamptz) return (text: string) => new Date(text);
        if (type === bigint) return (text: string) => text;
        return pg.types.getTypeParser(type, format);
      }) as typeof pg.types.getTypeParser,
    },
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
