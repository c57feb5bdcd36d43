import { loadSharp } from "../../platform/pictures/load-sharp.ts";
import { readPicture, type WrittenPicture } from "../../platform/pictures/read-picture.ts";
import { type LogoGround, largePixels, logoLimits, smallPixels } from "./logo.ts";
import { organizationRefusals } from "./refusals.ts";

/** Both sizes of a logo as WebP, and the floor it stands on. */
export type LogoImage = { large: WrittenPicture; small: WrittenPicture; ground: LogoGround };

// a mark keeps its exact colours: nothing is thrown away to make the file smaller
const sizes = [largePixels, smallPixels].map((pixels) => ({ pixels, webp: { lossless: true } }));

/** Writes a logo anew in both sizes. @throws Refusal organization.not_a_logo, organization.logo_too_large */
export async function readLogo(bytes: Uint8Array): Promise<LogoImage> {
  const read = await readPicture(bytes, logoLimits, sizes);
  if (read.kind === "too large") throw organizationRefusals.logoTooLarge(logoLimits);
  const [large, small] = read.kind === "picture" ? read.sizes : [];
  if (!large || !small) throw organizationRefusals.notALogo();
  return { large, small, ground: await groundOf(small.bytes) };
}

const dayFloor = 0.885;
const leastContrast = 1.8;

/** Of the night for a mark that can be seen through and is nearly as light as the day's floor. A picture with a ground of its own needs none. */
async function groundOf(webp: Uint8Array): Promise<LogoGround> {
  const sharp = await loadSharp();
  const pixels = await sharp(webp).ensureAlpha().toColourspace("srgb").raw().toBuffer();
  let covered = 0;
  let light = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    covered += alpha / 255;
    light += (alpha / 255) * (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue));
  }
  if (covered === 0 || covered > 0.98 * (pixels.length / 4)) return "day";
  return (dayFloor + 0.05) / (light / covered + 0.05) < leastContrast ? "night" : "day";
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
