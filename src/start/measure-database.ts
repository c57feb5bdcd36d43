import type pg from "pg";
import { isDatabaseAway } from "../platform/database/constraint-name.ts";
import type { Db } from "../platform/database/database.ts";
import { queueLengths } from "../platform/jobs/queue.ts";
import type { Live } from "../platform/live/live.ts";
import type { Metrics } from "../platform/metrics/metrics.ts";

/** Counts of connections, waiting jobs and announcements, read when somebody asks. A database that is away has none. */
export function measureDatabase(metrics: Metrics, { db, pool, live }: { db: Db; pool: pg.Pool; live: Live }): void {
  metrics.gauge("romslig_database_connections", "Connections of the pool, by state", () => [
    [{ state: "used" }, pool.totalCount - pool.idleCount],
    [{ state: "idle" }, pool.idleCount],
  ]);
  metrics.gauge("romslig_database_waiting", "Requests that wait for a connection", () => pool.waitingCount);
  metrics.gauge("romslig_live_followers", "Live streams that are open", () => live.followers);
  metrics.gauge("romslig_jobs", "Jobs in the queue, by name and state", () =>
    orNothing(async () =>
      (await queueLengths(db)).flatMap(({ name, ready, later, running, failed }) =>
        Object.entries({ ready, later, running, failed }).map(([state, count]): Measured => [{ job: name, state }, count]),
      ),
    ),
  );
  metrics.gauge("romslig_outbox_waiting", "Announcements that have not been taken", () =>
    orNothing(async () => {
      const found = await db
        .selectFrom("outbox")
        .select((row) => row.fn.countAll<number>().as("count"))
        .where("taken_at", "is", null)
        .executeTakeFirstOrThrow();
      return [[{}, found.count]];
    }),
  );
  metrics.gauge("process_resident_memory_bytes", "Memory in use", () => process.memoryUsage.rss());
}

type Measured = [Record<string, string | number>, number];

async function orNothing(read: () => Promise<Measured[]>): Promise<Measured[]> {
  try {
    return await read();
  } catch (error) {
    if (isDatabaseAway(error)) return [];
    throw error;
  }
}
