import { authorize, found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { largePixels, mostPhotoBytes, mostPhotos, photoFile, photoKey, smallPixels } from "./photo.ts";
import { photoLimits, readPhoto } from "./photo-image.ts";
import { mayManageSpace } from "./policy.ts";
import { presentPhoto } from "./present.ts";
import { findSpace, photosOf } from "./queries.ts";
import { spaceRefusals } from "./refusals.ts";
import { requiredTexts, type WrittenTexts } from "./texts.ts";

/** Adds a photo as the last one. @throws Refusal space.not_a_photo, space.photo_too_large, space.too_many_photos, space.text_missing */
export async function addPhoto(installation: Installation, edit: Edit, file: File, shown: WrittenTexts) {
  const { db, files } = installation;
  // asked before the work of decoding, and once more when it is written
  const space = found(await findSpace(db, edit.space));
  authorize(edit.actor, mayManageSpace(edit.actor, space));
  const texts = requiredTexts(shown);
  if (file.size > mostPhotoBytes) throw spaceRefusals.photoTooLarge(photoLimits);
  const { large, small, width, height } = await readPhoto(await file.bytes());
  const id = newId();
  const key = photoKey(space.id, id);
  await files.write(photoFile(key, largePixels), large);
  await files.write(photoFile(key, smallPixels), small);
  try {
    return await editSpace(installation, edit, async (tx, { id: spaceId }, at) => {
      const photos = await photosOf(tx, spaceId);
      if (photos.length >= mostPhotos) throw spaceRefusals.tooManyPhotos({ most: mostPhotos });
      await tx
        .insertInto("space_photos")
        .values({
          space_id: spaceId,
          id,
          file_key: key,
          width,
          height,
          texts: JSON.stringify(texts),
          place_in_order: photos.length + 1,
          created_at: at,
        })
        .execute();
      return { action: "space.add_photo", details: { photoId: id }, result: presentPhoto(spaceId, { id, width, height, texts }) };
    });
  } catch (error) {
    await files.remove(photoFile(key, largePixels));
    await files.remove(photoFile(key, smallPixels));
    throw error;
  }
}
