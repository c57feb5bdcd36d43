import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { photosOf } from "./queries.ts";
import { spaceRefusals } from "./refusals.ts";

/** Puts all photos of a space in order. @throws Refusal space.photos_changed when they are not exactly those it has */
export async function orderPhotos(installation: Installation, edit: Edit, photoIds: string[]): Promise<void> {
  await editSpace(installation, edit, async (tx, space) => {
    const known = (await photosOf(tx, space.id)).map(({ id }) => id);
    if (known.length !== photoIds.length || !known.every((id) => photoIds.includes(id))) throw spaceRefusals.photosChanged();
    await writePhotoOrder(tx, space.id, photoIds);
    return { action: "space.order_photos", result: undefined };
  });
}

/** Numbers the photos in the order given. */
export async function writePhotoOrder(tx: Tx, spaceId: string, photoIds: string[]): Promise<void> {
  await sql`
    update space_photos p set place_in_order = k.place
    from unnest(${photoIds}::uuid[]) with ordinality k(id, place)
    where p.space_id = ${spaceId} and p.id = k.id`.execute(tx);
}
