import type { Hono } from "hono";
import type { Installation } from "../../../platform/installation.ts";
import { type PictureKind, pictureAddress, pictureFile, pictureFiles } from "../../../platform/pictures/picture-files.ts";
import { largePixels, smallPixels } from "../../spaces/index.ts";

// a photo somebody takes back is gone from what others keep of it, too
const secondsKept = 300;

export const storyPhotos: PictureKind = { folder: "story-photos", pixels: [largePixels, smallPixels], secondsKept };

/** The files of a photo, the large one first. */
export function photoKeys(storyId: string, photoId: string): [large: string, small: string] {
  const key = (pixels: number) => pictureFile(storyPhotos, storyId, photoId, pixels);
  return [key(largePixels), key(smallPixels)];
}

/** The addresses of a photo, in both sizes. */
export function photoUrls(storyId: string, photoId: string) {
  const at = (pixels: number) => pictureAddress(storyPhotos, storyId, photoId, pixels);
  return { large: at(largePixels), small: at(smallPixels) };
}

/** Serves the photos of stories to whoever has their address. */
export function storyPhotoFiles({ files }: Pick<Installation, "files">): Hono {
  return pictureFiles(files, storyPhotos);
}
