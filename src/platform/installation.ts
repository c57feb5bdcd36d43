import type pg from "pg";
import type { Db } from "./database/database.ts";
import type { Files } from "./files/files.ts";
import type { Live } from "./live/live.ts";
import type { Log } from "./log/log.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Settings } from "./settings.ts";

/** What every operation is given: this installation's database, clock, files, live channels, log, counts and settings. Nothing here is global. */
export interface Installation {
  db: Db;
  /** Connections for claims (platform/claims). */
  pipelines: pg.Pool;
  now: () => Temporal.Instant;
  files: Files;
  live: Live;
  log: Log;
  metrics: Metrics;
  settings: Settings;
}
