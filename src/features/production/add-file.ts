import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { FilePart } from "../../platform/files/file-part.ts";
import type { Installation } from "../../platform/installation.ts";
import { readPicture } from "../../platform/pictures/read-picture.ts";
import { type DesignFormat, formatOf, headBytes, keptName } from "./design-file.ts";
import { type OnOrder, onOrder } from "./on-order.ts";
import { isOpenToChange } from "./order.ts";
import { sidesOf } from "./policy.ts";
import { filesOf, findOrder } from "./queries.ts";
import { productionRefusals } from "./refusals.ts";
import { removeWhenCommitted } from "./remove-files.ts";

const mostFiles = 20;
const photoLimits = { megabytes: 15, megapixels: 50 };

/**
 * Keeps a design as it comes, without holding it in memory. Its name and its content must say the same.
 * @throws Refusal production.wrong_file, production.file_too_large, production.too_many_files, production.not_now
 */
export async function addDesign(installation: Installation, actor: Actor, id: string, readPart: () => Promise<FilePart>): Promise<void> {
  const { db, files, settings } = installation;
  // asked before anything is read, and once more when it is written down
  const order = found(await findOrder(db, id));
  authorize(actor, sidesOf(actor, order).includes("customer"));
  if (!isOpenToChange(order.state)) throw productionRefusals.notNow();
  const part = await readPart();
  const name = keptName(part.name);
  const fileId = newId();
  const key = `orders/${order.space_id}/${fileId}`;
  const looked = looking(part.bytes, settings.largestOrderFile);
  await files.writeStream(key, looked.bytes);
  try {
    const format = formatOf(name, looked.head(), looked.size());
    if (format === undefined) throw productionRefusals.wrongFile();
    await onOrder(installation, actor, id, ["customer"], async (given) => {
      if (!isOpenToChange(given.order.state)) throw productionRefusals.notNow();
      await keep(given, { id: fileId, kind: "design", name, format, bytes: looked.size(), key });
      return { action: "production_order.add_file", details: { fileId, format, bytes: looked.size() }, result: undefined };
    });
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

/** Keeps a photo of the result, written anew without what it carried. @throws Refusal production.photos_not_allowed, production.not_a_photo */
export async function addPhoto(installation: Installation, actor: Actor, id: string, file: File): Promise<void> {
  const { db, files } = installation;
  const order = found(await findOrder(db, id));
  authorize(actor, sidesOf(actor, order).includes("lab"));
  if (!order.photos_allowed) throw productionRefusals.photosNotAllowed();
  const read = await readPicture(await file.bytes(), photoLimits, [{ pixels: 1600, webp: { quality: 78 } }]);
  const [picture] = read.kind === "picture" ? read.sizes : [];
  if (!picture) throw productionRefusals.notAPhoto();
  const fileId = newId();
  const key = `orders/${order.space_id}/${fileId}`;
  await files.write(key, picture.bytes);
  try {
    await onOrder(installation, actor, id, ["lab"], async (given) => {
      if (!given.order.photos_allowed) throw productionRefusals.photosNotAllowed();
      await keep(given, { id: fileId, kind: "photo", name: `${fileId}.webp`, format: "webp", bytes: picture.bytes.length, key });
      return { action: "production_order.add_photo", details: { fileId }, result: undefined };
    });
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

/** The customer takes a design away again, and its bytes leave the disk. @throws Refusal production.not_now */
export async function removeFile(installation: Installation, actor: Actor, id: string, fileId: string): Promise<void> {
  await onOrder(installation, actor, id, ["customer"], async ({ tx, order }) => {
    const kept = found((await filesOf(tx, order)).find((one) => one.id === fileId));
    if (kept.kind === "design" && !isOpenToChange(order.state)) throw productionRefusals.notNow();
    await tx.deleteFrom("production_order_files").where("space_id", "=", order.space_id).where("id", "=", fileId).execute();
    await removeWhenCommitted(tx, [kept.file_key]);
    return { action: "production_order.remove_file", details: { fileId }, result: undefined };
  });
}

type Kept = { id: string; kind: "design" | "photo"; name: string; format: DesignFormat | "webp"; bytes: number; key: string };

async function keep({ tx, order, actor, at }: OnOrder, { key, ...kept }: Kept): Promise<void> {
  if ((await filesOf(tx, order)).length >= mostFiles) throw productionRefusals.tooManyFiles({ most: mostFiles });
  await tx
    .insertInto("production_order_files")
    .values({ ...kept, space_id: order.space_id, order_id: order.id, file_key: key, added_at: at, added_by: actor.personId })
    .execute();
}

// counts what goes by, keeps the beginning, and stops what is too large
function looking(bytes: AsyncIterable<Uint8Array>, most: number) {
  let head = Buffer.alloc(0);
  let size = 0;
  async function* passing() {
    for await (const piece of bytes) {
      size += piece.length;
      if (size > most) throw productionRefusals.fileTooLarge({ megabytes: Math.floor(most / 1024 / 1024) });
      if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
      yield piece;
    }
  }
  return { bytes: passing(), head: () => head, size: () => size };
}
