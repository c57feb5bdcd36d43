import { sql } from "kysely";
import { z } from "zod";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../../platform/jobs/job.ts";
import { photoKeys, storyPhotos } from "./story-photos.ts";

const removePhotos = defineJob("reports.remove-story-photos", z.strictObject({ keys: z.array(z.string()) }));
const removeLeftovers = defineJob("reports.remove-story-leftovers", z.strictObject({}));

/** Has photos that nobody may see any more taken off the disk when the transaction has committed, and again until it is done. */
export async function removePhotosWhenCommitted(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await enqueue(tx, removePhotos, { keys: [...keys] });
}

const removesPhotos = handles(removePhotos, async ({ files }, { keys }) => {
  for (const key of keys) await files.remove(key);
});

// a photo that was changed for another stays as long as a published report shows it
const removesLeftovers = handles(removeLeftovers, async ({ db, files, now }) => {
  const old = await files.keysBefore(storyPhotos.folder, now().subtract({ hours: 24 }));
  const kept = await photosKept(db);
  for (const key of old) if (!kept.has(key)) await files.remove(key);
});

async function photosKept(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ id: string; photo: string }>`
    select id, photo_id as photo from stories where photo_id is not null
    union select (s->>'id')::uuid, (s#>>'{told,photo,id}')::uuid from reports r, jsonb_array_elements(r.frozen_stories) s
      where s#>>'{told,photo,id}' is not null`.execute(db);
  return new Set(rows.flatMap(({ id, photo }) => photoKeys(id, photo)));
}

export const storyJobs: JobHandler[] = [removesPhotos, removesLeftovers];

export const storyCrontab: CrontabEntry[] = [every(removeLeftovers, "55 2 * * *", {})];
