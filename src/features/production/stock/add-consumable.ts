import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { mayManageLab, mayWorkInLab } from "../policy.ts";
import { moveStock } from "./move-stock.ts";
import { requireConsumable } from "./queries.ts";
import type { NewConsumable, NewMovement } from "./shapes.ts";

/** Adds something the lab keeps and sells, with how much there is. @returns its id. @throws Refusal stock.name_taken */
export async function addConsumable(
  { db, now }: Installation,
  actor: Actor,
  spaceIdOrSlug: string,
  { name, unit, priceOre, inStock, lowAt = null }: NewConsumable,
): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayManageLab(actor, space.organization_id));
    const id = newId();
    await tx
      .insertInto("consumables")
      .values({ id, space_id: space.id, name, unit, price_ore: priceOre, low_at: lowAt, created_at: at })
      .execute();
    const counted = { kind: "counted" as const, amount: inStock, orderId: null, note: null };
    await moveStock(tx, { ...counted, spaceId: space.id, consumableId: id, at, by: actor.personId });
    const subject = { kind: "consumable", id };
    const details = { name, unit, priceOre, inStock, lowAt };
    await audit(tx, { actor, at, action: "consumable.add", subject, organizationId: space.organization_id, details });
    return id;
  });
}

/** Writes that goods came, what a count showed, or what went. @throws Refusal stock.not_enough */
export async function recordStock(
  { db, now }: Installation,
  actor: Actor,
  { space: spaceIdOrSlug, id }: { space: string; id: string },
  { kind, amount, note }: NewMovement,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayWorkInLab(actor, space.organization_id));
    await requireConsumable(tx, space.id, id);
    const moved = kind === "used" ? -amount : amount;
    await moveStock(tx, {
      spaceId: space.id,
      consumableId: id,
      kind,
      amount: moved,
      orderId: null,
      at,
      by: actor.personId,
      note: note ?? null,
    });
    const subject = { kind: "consumable", id };
    const organizationId = space.organization_id;
    await audit(tx, { actor, at, action: "consumable.record_stock", subject, organizationId, details: { kind, amount } });
  });
}
