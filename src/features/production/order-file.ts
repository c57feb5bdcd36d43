import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { sidesOf } from "./policy.ts";
import { filesOf, findOrder } from "./queries.ts";

/**
 * A file of an order for those concerned. What somebody sent is to be saved and never shown by a browser as a page of ours, whatever
 * is in it; a photo is one we wrote ourselves.
 */
export async function orderFile({ db, files }: Pick<Installation, "db" | "files">, actor: Actor, id: string, fileId: string) {
  const order = found(await findOrder(db, id));
  authorize(actor, sidesOf(actor, order).length > 0);
  const kept = found((await filesOf(db, order)).find((one) => one.id === fileId));
  const { bytes, size } = found(await files.read(kept.file_key));
  const isPhoto = kept.kind === "photo";
  return new Response(bytes, {
    headers: {
      "content-type": isPhoto ? "image/webp" : "application/octet-stream",
      "content-length": String(size),
      "content-disposition": isPhoto ? "inline" : `attachment; filename*=UTF-8''${encoded(kept.name)}`,
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

// as RFC 8187 has it: what a URI component leaves alone but a header does not
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
