import { found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { writePhotoOrder } from "./order-photos.ts";
import { largePixels, photoFile, smallPixels } from "./photo.ts";
import { photosOf } from "./queries.ts";

/** Takes a photo away: the row first, then its files, so that no page asks for a file that is gone. */
export async function removePhoto(installation: Installation, edit: Edit, photoId: string): Promise<void> {
  const key = await editSpace(installation, edit, async (tx, space) => {
    const row = tx.deleteFrom("space_photos").where("space_id", "=", space.id).where("id", "=", photoId);
    const { file_key } = found(await row.returning("file_key").executeTakeFirst());
    const left = await photosOf(tx, space.id);
    await writePhotoOrder(
      tx,
      space.id,
      left.map(({ id }) => id),
    );
    return { action: "space.remove_photo", details: { photoId }, result: file_key };
  });
  await installation.files.remove(photoFile(key, largePixels));
  await installation.files.remove(photoFile(key, smallPixels));
}
