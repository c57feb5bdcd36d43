import { z } from "zod";
import type { Tx } from "../../platform/database/database.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { defineJob, handles } from "../../platform/jobs/job.ts";

const removeFiles = defineJob("calls.remove-files", z.strictObject({ keys: z.array(z.string()) }));

/** Has the bytes of files that nobody may have any more taken off the disk when the transaction has committed, and again until it is done. */
export async function removeWhenCommitted(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await enqueue(tx, removeFiles, { keys: [...keys] });
}

export const removesFiles = handles(removeFiles, async ({ files }, { keys }) => {
  for (const key of keys) await files.remove(key);
});
