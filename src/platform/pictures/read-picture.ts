import type { WebpOptions } from "sharp";
import { loadSharp } from "./load-sharp.ts";

/** What may be sent in: enough for what is meant, and little enough to be decoded without filling the memory. */
export type PictureLimits = { megabytes: number; megapixels: number };

/** A size a picture is kept in: its longest side, which is never made longer than it was, and how it is written. */
export type PictureSize = { pixels: number; webp: WebpOptions };

export type WrittenPicture = { bytes: Uint8Array; width: number; height: number };

export type ReadPicture = { kind: "picture"; sizes: WrittenPicture[] } | { kind: "no picture" } | { kind: "too large" };

/**
 * Decodes the whole picture, which shows that it is one, turns it upright as the camera said, and writes it anew as WebP in each
 * size without anything it carried along: no place, camera, time, thumbnail or colour profile. JPEG, PNG and WebP only: a drawing in
 * SVG is a program for whoever opens it.
 */
export async function readPicture(bytes: Uint8Array, limits: PictureLimits, sizes: readonly PictureSize[]): Promise<ReadPicture> {
  if (bytes.length > limits.megabytes * 1024 * 1024) return { kind: "too large" };
  // only these reach the decoder, whatever the file is called
  if (!isJpeg(bytes) && !isPng(bytes) && !isWebp(bytes)) return { kind: "no picture" };
  const mostPixels = limits.megapixels * 1_000_000;
  const sharp = await loadSharp();
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { kind: "too large" };
    const written: WrittenPicture[] = [];
    for (const size of sizes) written.push(await inSize(bytes, mostPixels, size));
    return { kind: "picture", sizes: written };
  } catch (error) {
    if (isBrokenPicture(error)) return { kind: "no picture" };
    throw error;
  }
}

async function inSize(bytes: Uint8Array, mostPixels: number, { pixels, webp }: PictureSize): Promise<WrittenPicture> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true })
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ width: pixels, height: pixels, fit: "inside", withoutEnlargement: true })
    .webp(webp)
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
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
