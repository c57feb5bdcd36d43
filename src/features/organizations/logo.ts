import { type PictureKind, pictureAddress } from "../../platform/pictures/picture-files.ts";

/** The longest side of the two sizes a logo is kept in: for its organization's page, and beside its name. */
export const largePixels = 768;
export const smallPixels = 256;

export const logos: PictureKind = { folder: "logos", pixels: [largePixels, smallPixels] };

export const logoLimits = { megabytes: 5, megapixels: 25 };
/** The same as a whole request. */
export const largestLogoBody = logoLimits.megabytes * 1024 * 1024 + 64 * 1024;

/** The floor a logo is seen on, whatever the reader's own: of the day, or of the night when it is light itself. */
export type LogoGround = "day" | "night";

/** A logo as rows have it; `width` and `height` are those of the large size. */
export type LogoColumns = {
  logoId: string | null;
  logoWidth: number | null;
  logoHeight: number | null;
  logoGround: LogoGround | null;
};

/** A logo with the addresses of its sizes, which never change what they show; null where there is none. */
export function presentLogo(organizationId: string, { logoId, logoWidth: width, logoHeight: height, logoGround: ground }: LogoColumns) {
  if (logoId === null || width === null || height === null || ground === null) return null;
  const address = (pixels: number) => pictureAddress(logos, organizationId, logoId, pixels);
  return { large: address(largePixels), small: address(smallPixels), width, height, ground };
}

export type Logo = NonNullable<ReturnType<typeof presentLogo>>;
