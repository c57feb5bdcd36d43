import { type PictureKind, pictureAddress } from "../../platform/pictures/picture-files.ts";

/** The longest side of the two sizes a photo is kept in. */
export const largePixels = 1600;
export const smallPixels = 480;

export const photos: PictureKind = { folder: "photos", pixels: [largePixels, smallPixels] };

/** What may be sent in: enough for any telephone, and little enough to be decoded without filling the memory. */
export const mostPhotoBytes = 15 * 1024 * 1024;
/** The same as a whole request: the file and what it shows. */
export const largestPhotoBody = mostPhotoBytes + 64 * 1024;
export const mostMegapixels = 50;
export const mostPhotos = 24;

/** Where the files of a photo lie; each size adds its own ending. */
export function photoKey(spaceId: string, photoId: string): string {
  return `photos/${spaceId}/${photoId}`;
}

/** The file of one size. */
export function photoFile(key: string, pixels: number): string {
  return `${key}-${pixels}.webp`;
}

/** The address of one size. A changed photo is a new one, so that what stands there never changes. */
export function photoAddress(spaceId: string, photoId: string, pixels: number): string {
  return pictureAddress(photos, spaceId, photoId, pixels);
}
