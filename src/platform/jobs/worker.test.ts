import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { enqueue, enqueueAll } from "./enqueue.ts";
import { defineJob, handles } from "./job.ts";
import { queueLengths, retryJob, troubledJobs } from "./queue.ts";
import { startWorker } from "./worker.ts";

const sweep = defineJob("test.sweep", z.strictObject({ room: z.string() }));

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});

afterEach(async () => {
  await installation.close();
});

test("a job enqueued in a transaction is done when that commits", async () => {
  const done = Promise.withResolvers<string>();
  const handler = handles(sweep, async (_, { room }) => done.resolve(room));
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);

  await installation.db.transaction().execute((tx) => enqueue(tx, sweep, { room: "Fjorden" }));

  expect(await done.promise).toBe("Fjorden");
  await worker.stop();
  expect(await queueLengths(installation.db)).toEqual([]);
});

test("a job enqueued in a transaction that is undone is never there", async () => {
  await expect(
    installation.db.transaction().execute(async (tx) => {
      await enqueue(tx, sweep, { room: "Fjorden" });
      throw new Error("the rule says no");
    }),
  ).rejects.toThrow("the rule says no");

  expect(await queueLengths(installation.db)).toEqual([]);
});

test("of two jobs with one key the later one waits", async () => {
  const runAt = installation.now().add({ hours: 24 * 365 });

  await enqueue(installation.db, sweep, { room: "Fjorden" }, { jobKey: "sweep", runAt });
  await enqueue(installation.db, sweep, { room: "Marka" }, { jobKey: "sweep", runAt });

  const { rows } = await sql<{ payload: unknown }>`select payload from graphile_worker._private_jobs`.execute(installation.db);
  expect(rows).toEqual([{ payload: { room: "Marka" } }]);
});

test("a payload that is not of the job's form is not enqueued", async () => {
  const wrong = { room: 4 } as unknown as { room: string };

  await expect(enqueue(installation.db, sweep, wrong)).rejects.toThrow(z.ZodError);
});

test("a stop waits for the job that was taken", async () => {
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  let isDone = false;
  const handler = handles(sweep, async () => {
    begun.resolve();
    await mayEnd.promise;
    isDone = true;
  });
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);
  await enqueue(installation.db, sweep, { room: "Fjorden" });
  await begun.promise;

  const stopped = worker.stop().then(() => isDone);
  mayEnd.resolve();

  expect(await stopped).toBe(true);
});

test("a job that fails is kept with its error, counted, told in the log without its payload, and can be tried again at once", async () => {
  const failed = Promise.withResolvers<void>();
  const doneAtLast = Promise.withResolvers<void>();
  let isMended = false;
  const handler = handles(sweep, async () => {
    if (isMended) return doneAtLast.resolve();
    setTimeout(failed.resolve, 0);
    throw new Error("the broom is broken");
  });
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);
  await enqueue(installation.db, sweep, { room: "the secret room" }, { maxAttempts: 1 });
  await failed.promise;
  const troubled = await untilThereIsOne(() => troubledJobs(installation.db, 10, undefined));

  const [job] = troubled;
  isMended = true;
  const name = await retryJob(installation.db, job?.id ?? "", Temporal.Now.instant());
  await doneAtLast.promise;
  await worker.stop();

  expect(job).toMatchObject({ name: "test.sweep", attempts: 1, max_attempts: 1 });
  expect(job?.last_error).toContain("the broom is broken");
  expect(name).toBe("test.sweep");
  expect(JSON.stringify(installation.failures)).not.toContain("secret room");
  expect(installation.failures).toMatchObject([{ event: "job_failed", facts: { job: "test.sweep", attempt: 1 } }]);
  const metrics = await installation.metrics.render();
  expect(metrics).toContain('romslig_job_seconds_count{job="test.sweep",outcome="failed"} 1');
  expect(metrics).toContain('romslig_job_seconds_count{job="test.sweep",outcome="done"} 1');
});

test("a job whose process was killed is taken over, and one whose process lives is left alone", async () => {
  const done = Promise.withResolvers<string>();
  const takenBy = (worker: string, room: string) =>
    sql`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now() - interval '1 minute', attempts = 1
      where payload->>'room' = ${room}`.execute(installation.db);
  await enqueue(installation.db, sweep, { room: "Fjorden" });
  await enqueue(installation.db, sweep, { room: "Marka" });
  await takenBy("worker-of-the-living", "Fjorden");
  await takenBy("worker-of-the-dead", "Marka");
  const living = new pg.Client({ connectionString: installation.databaseUrl });
  await living.connect();
  await living.query("select pg_advisory_lock(4017004, hashtext('worker-of-the-living'))");
  const handler = handles(sweep, async (_, { room }) => done.resolve(room));
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);

  const taken = await done.promise;
  await worker.stop();
  await living.end();

  const { rows } = await sql<{ room: string; locked_by: string }>`
    select payload->>'room' as room, locked_by from graphile_worker._private_jobs`.execute(installation.db);
  expect(taken).toBe("Marka");
  expect(rows).toEqual([{ room: "Fjorden", locked_by: "worker-of-the-living" }]);
});

test("a job that takes long is not begun a second time while its process lives", async () => {
  const rooms: string[] = [];
  const mayEnd = Promise.withResolvers<void>();
  const handler = handles(sweep, async (_, { room }) => {
    rooms.push(room);
    if (room === "Fjorden") await mayEnd.promise;
  });
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);
  await enqueue(installation.db, sweep, { room: "Fjorden" });
  await patiently(async () => rooms.length, 1);
  const { rows } = await sql<{ run: string }>`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'
    returning locked_by as run`.execute(installation.db);
  await patiently(() => locksHeldFor(rows[0]?.run ?? ""), 1);
  await enqueue(installation.db, sweep, { room: "Marka" }, { runAt: Temporal.Instant.from("2099-01-01T00:00Z") });
  await sql`update graphile_worker._private_jobs set run_at = now(), locked_by = 'run-of-the-dead', locked_at = now() - interval '1 minute'
    where payload->>'room' = 'Marka'`.execute(installation.db);

  // another process looks for what is forsaken
  const other = startWorker(installation, installation.databaseUrl, [handler], []);
  await patiently(async () => rooms.length, 2);
  mayEnd.resolve();
  await Promise.all([worker.stop(), other.stop()]);

  expect(rooms).toEqual(["Fjorden", "Marka"]);
});

test("the worker goes on by itself when the database cut its connections", async () => {
  const rooms: string[] = [];
  const second = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const handler = handles(sweep, async (_, { room }) => {
    rooms.push(room);
    (room === "Fjorden" ? first : second).resolve();
  });
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);
  await enqueue(installation.db, sweep, { room: "Fjorden" });
  await first.promise;
  await patiently(async () => (await queueLengths(installation.db)).length, 0);

  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    installation.db,
  );
  await enqueue(installation.db, sweep, { room: "Marka" });
  await second.promise;
  await worker.stop();

  expect(rooms).toEqual(["Fjorden", "Marka"]);
});

test("the worker goes on, and can be stopped, when the database was lost while several jobs were being marked as done", async () => {
  const [fjorden, marka, vidda] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const mayEnd: Record<string, Promise<void>> = { Fjorden: fjorden.promise, Marka: marka.promise };
  const rooms: string[] = [];
  const handler = handles(sweep, async (_, { room }) => {
    rooms.push(room);
    if (room === "Vidda") vidda.resolve();
    await mayEnd[room];
  });
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);
  await enqueue(installation.db, sweep, { room: "Fjorden" });
  await enqueue(installation.db, sweep, { room: "Marka" });
  await patiently(async () => rooms.length, 2);
  const letThrough = await holdUp("_private_jobs");
  fjorden.resolve();
  await patiently(() => heldUp("delete from"), 1);
  marka.resolve();
  await patiently(() => heldUp("delete from"), 2);

  await cut("delete from");
  await letThrough();
  await enqueue(installation.db, sweep, { room: "Vidda" });
  await vidda.promise;
  await patiently(async () => (await queueLengths(installation.db)).length, 0);
  await worker.stop();

  expect(rooms.toSorted()).toEqual(["Fjorden", "Fjorden", "Marka", "Marka", "Vidda"]);
});

test("the worker goes on when the database was lost while it learned what jobs there are", async () => {
  const done = Promise.withResolvers<string>();
  const handler = handles(sweep, async (_, { room }) => done.resolve(room));
  await sql`truncate graphile_worker._private_tasks cascade`.execute(installation.db);
  const letThrough = await holdUp("_private_tasks");
  const worker = startWorker(installation, installation.databaseUrl, [handler], []);
  await patiently(() => heldUp("insert into"), 1);

  await cut("insert into");
  await letThrough();
  await enqueue(installation.db, sweep, { room: "Fjorden" });

  expect(await done.promise).toBe("Fjorden");
  await worker.stop();
});

/** Lets nobody write in a table of the queue. @returns what ends that */
async function holdUp(table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  await client.query(`begin; lock table graphile_worker.${table} in share mode`);
  return () => client.end();
}

// the query's first line may be empty
const isHeldUp = (beginning: string) =>
  sql<boolean>`datname = current_database() and wait_event_type = 'Lock' and ltrim(query, e' \\n') like ${`${beginning} %`}`;

async function heldUp(beginning: string): Promise<number> {
  const { rows } = await sql`select pid from pg_stat_activity where ${isHeldUp(beginning)}`.execute(installation.db);
  return rows.length;
}

/** Cuts the connections of those who are held up, as a server does that dies. */
async function cut(beginning: string): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where ${isHeldUp(beginning)}`.execute(installation.db);
}

async function locksHeldFor(run: string): Promise<number> {
  const { rows } = await sql`select from pg_locks where locktype = 'advisory' and granted and classid = 4017004
    and objid = (hashtext(${run})::bigint & 4294967295)::oid`.execute(installation.db);
  return rows.length;
}

async function patiently(count: () => Promise<number>, wanted: number): Promise<void> {
  await expect.poll(count, { interval: 20, timeout: 20_000 }).toBe(wanted);
}

async function untilThereIsOne<Row>(read: () => Promise<Row[]>): Promise<Row[]> {
  for (;;) {
    const rows = await read();
    if (rows.length > 0) return rows;
  }
}

test("a job somebody waits for goes before all others, however many they are", async () => {
  const letter = defineJob("test.letter", z.strictObject({}), { isAwaited: true });
  const done: string[] = [];
  const all = Promise.withResolvers<void>();
  const note = (name: string) => async () => {
    if (done.push(name) === 101) all.resolve();
  };
  await enqueueAll(
    installation.db,
    sweep,
    Array.from({ length: 100 }, () => ({ payload: { room: "Fjorden" } })),
  );
  await enqueue(installation.db, letter, {});

  const worker = startWorker(installation, installation.databaseUrl, [handles(sweep, note("sweep")), handles(letter, note("letter"))], []);
  await all.promise;
  await worker.stop();

  expect(done.indexOf("letter")).toBeLessThan(10);
});
