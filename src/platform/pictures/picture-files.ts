import { Hono } from "hono";
import { isId } from "../database/id.ts";
import type { Files } from "../files/files.ts";

/**
 * Pictures of one kind: the folder they lie in, the longest sides they are kept with, and for how many seconds others may keep a copy:
 * a year when left out.
 */
export type PictureKind = { folder: string; pixels: readonly number[]; secondsKept?: number };

/** The file of one size of the picture an owner has. */
export function pictureFile({ folder }: PictureKind, ownerId: string, pictureId: string, pixels: number): string {
  return `${folder}/${ownerId}/${pictureId}-${pixels}.webp`;
}

/** The address of one size. A changed picture is a new one, so that what stands there never changes. */
export function pictureAddress(kind: PictureKind, ownerId: string, pictureId: string, pixels: number): string {
  return `/${pictureFile(kind, ownerId, pictureId, pixels)}`;
}

/**
 * Serves pictures at `/FOLDER/{ownerId}/{id}-{size}.webp`. Only files we wrote ourselves, as pictures and nothing else; what stands at
 * an address never changes, so that it is kept for as long as its kind says.
 */
export function pictureFiles(files: Files, kind: PictureKind): Hono {
  const kept = kind.secondsKept === undefined ? "max-age=31536000, immutable" : `max-age=${kind.secondsKept}`;
  const fileName = new RegExp(`^([0-9a-f-]{36})-(${kind.pixels.join("|")})\\.webp$`);
  return new Hono().get(`/${kind.folder}/:ownerId/:file`, async (c) => {
    const { ownerId, file } = c.req.param();
    const [, pictureId = "", pixels] = fileName.exec(file) ?? [];
    const isOurs = isId(ownerId) && isId(pictureId) && ownerId === ownerId.toLowerCase();
    const found = isOurs ? await files.read(pictureFile(kind, ownerId, pictureId, Number(pixels))) : undefined;
    if (!found) return c.body(null, 404, { "cache-control": "no-store" });
    return c.body(found.bytes, 200, {
      "content-type": "image/webp",
      "content-length": String(found.size),
      "cache-control": `public, ${kept}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
  });
}
