import { readPicture } from "../../platform/pictures/read-picture.ts";
import { largePixels, mostMegapixels, mostPhotoBytes, smallPixels } from "./photo.ts";
import { spaceRefusals } from "./refusals.ts";

/** Both sizes of a photo as WebP, with the size of the large one in pixels. */
export type PhotoImage = { large: Uint8Array; small: Uint8Array; width: number; height: number };

/** What a photo may weigh and measure, as it is told. */
export const photoLimits = { megabytes: mostPhotoBytes / 1024 / 1024, megapixels: mostMegapixels };
const sizes = [largePixels, smallPixels].map((pixels) => ({ pixels, webp: { quality: 78 } }));

/** Writes a photo anew in both sizes. @throws Refusal space.not_a_photo, space.photo_too_large */
export async function readPhoto(bytes: Uint8Array): Promise<PhotoImage> {
  const read = await readPicture(bytes, photoLimits, sizes);
  if (read.kind === "too large") throw spaceRefusals.photoTooLarge(photoLimits);
  const [large, small] = read.kind === "picture" ? read.sizes : [];
  if (!large || !small) throw spaceRefusals.notAPhoto();
  return { large: large.bytes, small: small.bytes, width: large.width, height: large.height };
}
