import pg from "pg";
import type { Log } from "../log/log.ts";

// any number will do, as long as every process asks for the same
const workerLocks = 4_017_004;

// a worker takes its lock within this time of its first job
const graceSeconds = 10;
const lookEveryMilliseconds = 5_000;

/**
 * Lets go of the jobs of workers whose process was killed; the queue itself would wait four hours. While a process lives it
 * holds a lock for each of its workers; a job taken by a worker whose lock is free is forsaken.
 */
export function watchForsakenJobs(url: string, log: Log) {
  const mine = new Set<string>();
  let client: pg.Client | undefined;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookEveryMilliseconds);

  return {
    /** A worker of this process was made. */
    add(workerId: string): void {
      mine.add(workerId);
      looking = looking.then(look);
    },
    async stop(): Promise<void> {
      isStopped = true;
      clearInterval(timer);
      await looking;
      await client?.end();
    },
  };

  async function look(): Promise<void> {
    if (isStopped) return;
    try {
      client ??= await connectAndHold();
      const held = await client.query<{ id: string }>(
        "select id from unnest($2::text[]) as id where not exists (select 1 from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and classid = $1::oid and objid = (hashtext(id)::bigint & 4294967295)::oid)",
        [workerLocks, [...mine]],
      );
      for (const { id } of held.rows) await client.query("select pg_advisory_lock($1::int, hashtext($2))", [workerLocks, id]);
      await letGo(client);
    } catch (error) {
      log.info("forsaken_jobs_unwatched", { reason: error instanceof Error ? error.message : "unknown" });
      await client?.end().catch(() => undefined);
      client = undefined;
    }
  }

  async function connectAndHold(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    made.on("error", () => {
      if (client === made) client = undefined;
    });
    await made.connect();
    return made;
  }

  async function letGo(connection: pg.Client): Promise<void> {
    const { rows } = await connection.query<{ id: string }>(
      "select distinct locked_by as id from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $1) and not (locked_by = any($2))",
      [graceSeconds, [...mine]],
    );
    for (const { id } of rows) {
      const lock = await connection.query<{ free: boolean }>("select pg_try_advisory_lock($1::int, hashtext($2)) as free", [
        workerLocks,
        id,
      ]);
      if (!lock.rows[0]?.free) continue;
      // a job whose key was taken over while it ran has had its attempts used up without failing: the other one does its work
      await connection.query(
        "delete from graphile_worker._private_jobs where locked_by = $1 and attempts >= max_attempts and last_error is null",
        [id],
      );
      await connection.query("select graphile_worker.force_unlock_workers(array[$1])", [id]);
      await connection.query("select pg_advisory_unlock($1::int, hashtext($2))", [workerLocks, id]);
      log.info("forsaken_jobs_let_go", { worker: id });
    }
  }
}
