import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { removePhotosWhenCommitted } from "./clear-photos.ts";
import { type FrozenStory, takenOut } from "./frozen-story.ts";
import { photoKeys } from "./story-photos.ts";

export type TakenFrom = { id: string; slug: string; titles: Partial<Record<"nb" | "nn" | "en", string>>; organizationId: string };

/**
 * Takes a story out of every published report in which `isTheirs` says it is, with its photos. The checksum of a report is made of the
 * checksums of its stories and stays right. @returns the reports it was in
 */
export async function takeOutOfReports(
  tx: Tx,
  storyId: string,
  at: Temporal.Instant,
  isTheirs: (story: FrozenStory) => boolean,
): Promise<TakenFrom[]> {
  const day = dayIn(at, "Europe/Oslo");
  const rows = await tx
    .selectFrom("reports")
    .select(["id", "slug", "titles", "organization_id", sql<FrozenStory[]>`frozen_stories`.as("stories")])
    .where(sql<boolean>`frozen_stories @> ${JSON.stringify([{ id: storyId }])}::jsonb`)
    .orderBy("id")
    .forUpdate()
    .execute();
  const taken: TakenFrom[] = [];
  for (const { id, slug, titles, organization_id, stories } of rows) {
    const gone = stories.filter((story) => story.id === storyId && story.told !== null && isTheirs(story));
    if (gone.length === 0) continue;
    const left = stories.map((story) => (gone.includes(story) ? takenOut(story, day) : story));
    await tx
      .updateTable("reports")
      .set({ frozen_stories: JSON.stringify(left) })
      .where("id", "=", id)
      .execute();
    const photos = gone.flatMap(({ told }) => (told?.photo ? photoKeys(storyId, told.photo.id) : []));
    await removePhotosWhenCommitted(tx, photos);
    taken.push({ id, slug, titles, organizationId: organization_id });
  }
  return taken;
}

/** Takes the photo off a story as it is now. */
export async function takePhotoOff(tx: Tx, storyId: string): Promise<void> {
  const { photo_id: photoId } = await tx.selectFrom("stories").select("photo_id").where("id", "=", storyId).executeTakeFirstOrThrow();
  if (!photoId) return;
  await tx
    .updateTable("stories")
    .set({ photo_id: null, photo_width: null, photo_height: null, photo_texts: "{}" })
    .set((set) => ({ content_version: set("content_version", "+", 1), version: set("version", "+", 1) }))
    .where("id", "=", storyId)
    .execute();
  await removePhotosWhenCommitted(tx, photoKeys(storyId, photoId));
}
