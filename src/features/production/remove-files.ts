import { z } from "zod";
import type { Tx } from "../../platform/database/database.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../platform/jobs/job.ts";

const removeFiles = defineJob("production.remove-files", z.strictObject({ keys: z.array(z.string()) }));
const removeLeftovers = defineJob("production.remove-leftovers", z.strictObject({}));

/** Has the bytes of files that nobody may have any more taken off the disk when the transaction has committed, and again until it is done. */
export async function removeWhenCommitted(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await enqueue(tx, removeFiles, { keys: [...keys] });
}

const removesFiles = handles(removeFiles, async ({ files }, { keys }) => {
  for (const key of keys) await files.remove(key);
});

// an upload is written down when it is whole; a day later nobody is still sending it
const removesLeftovers = handles(removeLeftovers, async ({ db, files, now }) => {
  const old = await files.keysBefore("orders", now().subtract({ hours: 24 }));
  const rows = await db.selectFrom("production_order_files").select("file_key").execute();
  const kept = new Set(rows.map(({ file_key }) => file_key));
  for (const key of old) if (!kept.has(key)) await files.remove(key);
});

/** What is done behind for the files of orders. */
export const productionJobs: JobHandler[] = [removesFiles, removesLeftovers];

/** What the clock asks for: leftovers of uploads that were broken off are cleared away every night. */
export const productionCrontab: CrontabEntry[] = [every(removeLeftovers, "50 2 * * *", {})];
