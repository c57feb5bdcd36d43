import type { Db } from "./database/database.ts";
import type { Files } from "./files/files.ts";
import type { Log } from "./log/log.ts";
import type { Settings } from "./settings.ts";

/** What every operation is given: this installation's database, clock, files, log and settings. Nothing here is global. */
export interface Installation {
  db: Db;
  now: () => Temporal.Instant;
  files: Files;
  log: Log;
  settings: Settings;
}
