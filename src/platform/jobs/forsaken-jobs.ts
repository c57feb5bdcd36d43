import pg from "pg";
import { connectionTo } from "../database/pool.ts";
import type { Log } from "../log/log.ts";

// any number will do, as long as every process asks for the same
const workerLocks = 4_017_004;

// a process takes its lock within this time of its first job, and again when the database has come back
const graceSeconds = 10;
const lookEveryMilliseconds = 5_000;

/**
 * Lets go of the jobs of processes that were killed; the queue itself would wait four hours. While a process lives it holds a
 * lock for the run of the queue it is in; a job taken by a run whose lock is free is forsaken. So is what a run of this
 * process could not mark as done before it lost the database.
 */
export function watchForsakenJobs(url: string, log: Log) {
  const living = new Set<string>();
  const ended = new Set<string>();
  let client: pg.Client | undefined;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(lookNext, lookEveryMilliseconds);

  return {
    /** A run of this process began. */
    add(runId: string): void {
      living.add(runId);
      lookNext();
    },
    /** It has ended, and does no job any more. */
    remove(runId: string): void {
      living.delete(runId);
      ended.add(runId);
      lookNext();
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(timer);
      await looking;
      await client?.end();
    },
  };

  function lookNext(): void {
    looking = looking.then(look);
  }

  async function look(): Promise<void> {
    if (isStopped) return;
    try {
      client ??= await connect();
      const asked = client;
      await hold(asked, [...living]);
      for (const id of ended) {
        await letGo(asked, id);
        await unlock(asked, id);
        ended.delete(id);
      }
      for (const id of await takenByOthers(asked, [...living])) {
        if (!(await canLock(asked, id))) continue;
        await letGo(asked, id);
        await unlock(asked, id);
        log.info("forsaken_jobs_let_go", { run: id });
      }
    } catch (error) {
      log.info("forsaken_jobs_unwatched", { reason: error instanceof Error ? error.message : "unknown" });
      // not waited for: whoever does not answer does not say goodbye either
      void client?.end().catch(() => undefined);
      client = undefined;
    }
  }

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client(connectionTo(url));
    made.on("error", () => {
      if (client === made) client = undefined;
    });
    await made.connect();
    return made;
  }
}

/** Takes the locks of these runs that this connection does not hold yet. */
async function hold(client: pg.Client, runIds: string[]): Promise<void> {
  await client.query(
    `select pg_advisory_lock($1::int, hashtext(id)) from unnest($2::text[]) as id
     where not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
       and classid = $1::oid and objid = (hashtext(id)::bigint & 4294967295)::oid)`,
    [workerLocks, runIds],
  );
}

// a server that has just started has given all locks back; whoever lives takes theirs again first
async function takenByOthers(client: pg.Client, mine: string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct locked_by as id from graphile_worker._private_jobs
     where locked_at < now() - make_interval(secs => $1) and not (locked_by = any($2))
       and pg_postmaster_start_time() < now() - make_interval(secs => $1)`,
    [graceSeconds, mine],
  );
  return rows.map(({ id }) => id);
}

async function canLock(client: pg.Client, runId: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1::int, hashtext($2)) as free", [
    workerLocks,
    runId,
  ]);
  return rows[0]?.free === true;
}

async function unlock(client: pg.Client, runId: string): Promise<void> {
  await client.query("select pg_advisory_unlock($1::int, hashtext($2))", [workerLocks, runId]);
}

async function letGo(client: pg.Client, runId: string): Promise<void> {
  // a job whose key was taken over while it ran has had its attempts used up without failing: the other one does its work
  await client.query("delete from graphile_worker._private_jobs where locked_by = $1 and attempts >= max_attempts and last_error is null", [
    runId,
  ]);
  await client.query("select graphile_worker.force_unlock_workers(array[$1])", [runId]);
}
