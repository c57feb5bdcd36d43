import { found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { requiredTexts, type WrittenTexts } from "./texts.ts";

/** Says what a photo of the space shows. @throws Refusal space.text_missing */
export async function changePhoto(installation: Installation, edit: Edit, photoId: string, shown: WrittenTexts): Promise<void> {
  const texts = JSON.stringify(requiredTexts(shown));
  await editSpace(installation, edit, async (tx, space) => {
    const row = tx.updateTable("space_photos").set({ texts }).where("space_id", "=", space.id).where("id", "=", photoId);
    found(await row.returning("id").executeTakeFirst());
    return { action: "space.change_photo", details: { photoId }, result: undefined };
  });
}
