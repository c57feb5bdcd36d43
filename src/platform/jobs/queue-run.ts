import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Logger, type ParsedCronItem, run, type Task, type WorkerEvents } from "graphile-worker";
import type pg from "pg";

const atOnce = 5;

/** How many connections a run needs: one for each job, and those that listen, keep the clock and mark what was done. */
export const connectionsOfRun = atOnce + 3;

// how long what was taken may go on after a stop before its signal is raised
const abortAfterMilliseconds = 5_000;

// how long the queue may take to write that the last job is done: after a stop, and after it lost the database
const markingMilliseconds = { stopped: 5_000, failed: 1_000 };

/** The queue at work: from its start until it is stopped or has lost the database. */
export interface QueueRun {
  /** What its jobs are locked by. */
  id: string;
  /** Resolves when it takes no more and all it had begun has ended, with what it failed of. */
  ended: Promise<unknown>;
  /** Takes no more, and waits for what was taken. */
  stop(): Promise<void>;
}

/**
 * Starts the queue. It does not survive the loss of the database by itself: when two jobs at once could not be marked as done it
 * miscounts and waits for ever for a third, and what it could not learn when it began it never asks for again. So its first
 * failure to take a job or to mark one is its end, whatever it says, and what it still runs is waited for here.
 */
export async function runQueue(pool: pg.Pool, tasks: Record<string, Task>, clock: ParsedCronItem[]): Promise<QueueRun> {
  const events = new EventEmitter() as WorkerEvents;
  const underWay = new Set<Promise<unknown>>();
  let id = "";
  let isOver = false;
  events.once("pool:create", ({ workerPool }) => {
    id = workerPool.id;
  });
  const failed = new Promise<unknown>((tell) => {
    events.once("pool:fatalError", ({ error }) => tell(error));
    events.once("worker:getJob:error", ({ error }) => tell(error));
  });
  const released = new Promise<void>((tell) => events.once("pool:release", () => tell()));
  const runner = await run({
    pgPool: pool,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, followed(task)])),
    parsedCronItems: clock,
    concurrency: atOnce,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: abortAfterMilliseconds,
    // gathered, a job that could not be marked as done ends the run, which begins again; by itself it would end the process
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    events,
    logger: new Logger(() => () => undefined),
  });
  const toldItsEnd = runner.promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  const stopped = Promise.withResolvers<undefined>();

  return {
    id,
    ended: Promise.race([toldItsEnd, failed, stopped.promise]).then(async (reason) => {
      endRunner();
      isOver = true;
      await leave(markingMilliseconds.failed);
      return reason;
    }),
    async stop() {
      endRunner();
      await Promise.race([leave(markingMilliseconds.stopped), failed]);
      stopped.resolve(undefined);
    },
  };

  function endRunner(): void {
    // refused when it has ended by itself; what it fails of is told by its promise
    runner.stop().catch(() => undefined);
  }

  async function leave(patienceMilliseconds: number): Promise<void> {
    await Promise.allSettled(underWay);
    await Promise.race([released, wait(patienceMilliseconds, undefined, { ref: false })]);
  }

  function followed(task: Task): Task {
    return (payload, helpers) => {
      // taken from the queue just before it ended; another run may have it by now
      if (isOver) throw new Error("The queue has ended");
      const done = Promise.resolve(task(payload, helpers)).finally(() => underWay.delete(done));
      underWay.add(done);
      return done;
    };
  }
}
