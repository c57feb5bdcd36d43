import sharp from "sharp";
import { largePixels, mostMegapixels, mostPhotoBytes, smallPixels } from "./photo.ts";
import { spaceRefusals } from "./refusals.ts";

/** Both sizes of a photo as WebP, with the size of the large one in pixels. */
export type PhotoImage = { large: Uint8Array; small: Uint8Array; width: number; height: number };

const tooLarge = () => spaceRefusals.photoTooLarge({ megabytes: mostPhotoBytes / 1024 / 1024, megapixels: mostMegapixels });

/**
 * Decodes the whole picture, which shows that it is one, turns it upright as the camera said, and writes it anew in both
 * sizes without anything it carried along: no place, camera, time, thumbnail or colour profile.
 * @throws Refusal space.not_a_photo, space.photo_too_large
 */
export async function readPhoto(bytes: Uint8Array): Promise<PhotoImage> {
  if (bytes.length > mostPhotoBytes) throw tooLarge();
  // only these reach the decoder, whatever the file is called
  if (!isJpeg(bytes) && !isPng(bytes) && !isWebp(bytes)) throw spaceRefusals.notAPhoto();
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostMegapixels * 1_000_000) throw tooLarge();
    const large = await resized(bytes, largePixels);
    const small = await resized(bytes, smallPixels);
    return { large: large.data, small: small.data, width: large.info.width, height: large.info.height };
  } catch (error) {
    if (isBrokenPicture(error)) throw spaceRefusals.notAPhoto();
    throw error;
  }
}

function resized(bytes: Uint8Array, pixels: number) {
  return sharp(bytes, { limitInputPixels: mostMegapixels * 1_000_000, failOn: "error", sequentialRead: true })
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: pixels, height: pixels, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
}

// the decoder tells what is wrong with the bytes in plain errors of its own
function isBrokenPicture(error: unknown): boolean {
  return error instanceof Error && error.name === "Error";
}

function isJpeg(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xd8, 0xff]);
}

function isPng(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
}

function isWebp(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}
