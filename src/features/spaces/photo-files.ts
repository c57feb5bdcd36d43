import { Hono } from "hono";
import { isId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { largePixels, photoFile, photoKey, smallPixels } from "./photo.ts";

const fileName = new RegExp(`^([0-9a-f-]{36})-(${largePixels}|${smallPixels})\\.webp$`);

/**
 * Serves the photos of spaces at `/photos/{spaceId}/{id}-{size}.webp`. Only files we wrote ourselves, as pictures and nothing else;
 * what stands at an address never changes, so that it is kept for a year.
 */
export function photoFiles({ files }: Pick<Installation, "files">): Hono {
  return new Hono().get("/photos/:spaceId/:file", async (c) => {
    const { spaceId, file } = c.req.param();
    const [, photoId = "", size] = fileName.exec(file) ?? [];
    const isOurs = isId(spaceId) && isId(photoId) && spaceId === spaceId.toLowerCase();
    const found = isOurs ? await files.read(photoFile(photoKey(spaceId, photoId), Number(size))) : undefined;
    if (!found) return c.body(null, 404, { "cache-control": "no-store" });
    return c.body(found.bytes, 200, {
      "content-type": "image/webp",
      "content-length": String(found.size),
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
  });
}
