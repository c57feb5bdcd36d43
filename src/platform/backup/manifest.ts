import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StartFailure } from "../database/start-failure.ts";

const jobSchema = z.object({
  name: z.string(),
  payload: z.unknown(),
  runAt: z.string(),
  key: z.string().nullable(),
  maxAttempts: z.number(),
  priority: z.number(),
  queue: z.string().nullable(),
});

const manifestSchema = z.object({
  takenAt: z.string(),
  /** The schema the rows have. */
  migrations: z.array(z.string()),
  /** How many rows each table has. */
  rows: z.record(z.string(), z.number()),
  jobs: z.array(jobSchema),
});

/** A job that waits, as the queue is told of it. */
export type KeptJob = z.infer<typeof jobSchema>;

/** What a backup holds. It is written last, so that a backup that was cut short has none. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** @throws StartFailure when the folder holds no whole backup */
export function readManifest(folder: string): BackupManifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  } catch (cause) {
    throw new StartFailure(`The folder ${folder} holds no whole backup`, { cause });
  }
}
