import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mostPhotoBytes, photoLimits, readPhoto, spaceRefusals, type WrittenTexts, writtenTexts } from "../../spaces/index.ts";
import { mayWriteReports } from "../policy.ts";
import { type OnStory, onStory } from "./on-story.ts";
import { findStory } from "./queries.ts";
import { storyRefusals } from "./refusals.ts";
import { photoKeys } from "./story-photos.ts";

/**
 * Gives a story its photo, or another in its place: written anew in two sizes without anything it carried along. Who is in the story is
 * asked again. @throws Refusal space.not_a_photo, space.photo_too_large, story.text_missing
 */
export async function changeStoryPhoto(installation: Installation, on: OnStory, file: File, shown: WrittenTexts): Promise<void> {
  const { db, files } = installation;
  // asked before the work of decoding, and once more when it is written
  const story = found(await findStory(db, on.story));
  authorize(on.actor, mayWriteReports(on.actor, story.organizationId));
  const texts = writtenTexts(shown);
  if (Object.keys(texts).length === 0) throw storyRefusals.textMissing();
  if (file.size > mostPhotoBytes) throw spaceRefusals.photoTooLarge(photoLimits);
  const { large, small, width, height } = await readPhoto(await file.bytes());
  const id = newId();
  const [largeKey, smallKey] = photoKeys(story.id, id);
  await files.write(largeKey, large);
  await files.write(smallKey, small);
  try {
    await onStory(installation, on, async (tx, { contentVersion }) => {
      await tx
        .updateTable("stories")
        .set({ photo_id: id, photo_width: width, photo_height: height, photo_texts: JSON.stringify(texts) })
        .set({ content_version: contentVersion + 1, shows_nobody: false })
        .where("id", "=", story.id)
        .execute();
      return { action: "story.change_photo", details: { photoId: id } };
    });
  } catch (error) {
    await files.remove(largeKey);
    await files.remove(smallKey);
    throw error;
  }
}

/** Takes the photo off. A published report that shows it keeps it. */
export async function removeStoryPhoto(installation: Installation, on: OnStory): Promise<void> {
  await onStory(installation, on, async (tx, { id, photo, contentVersion }) => {
    found(photo);
    await tx
      .updateTable("stories")
      .set({ photo_id: null, photo_width: null, photo_height: null, photo_texts: "{}", content_version: contentVersion + 1 })
      .where("id", "=", id)
      .execute();
    return { action: "story.remove_photo" };
  });
}
