import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { mayManageLab } from "../policy.ts";
import { requireConsumable } from "./queries.ts";
import type { ConsumableChanges } from "./shapes.ts";

/** Changes what something is called, what it costs and when it is low. What orders have said stays as it was. @throws Refusal stock.name_taken */
export async function changeConsumable(
  { db, now }: Pick<Installation, "db" | "now">,
  actor: Actor,
  { space: spaceIdOrSlug, id }: { space: string; id: string },
  changes: ConsumableChanges,
): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const space = found(await findSpace(tx, spaceIdOrSlug));
    authorize(actor, mayManageLab(actor, space.organization_id));
    const { version } = await requireConsumable(tx, space.id, id);
    const { name, unit, priceOre, lowAt } = changes;
    const columns = { name, unit, price_ore: priceOre, low_at: lowAt };
    const set = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
    await tx
      .updateTable("consumables")
      .set({ ...set, version: version + 1 })
      .where("id", "=", id)
      .execute();
    const subject = { kind: "consumable", id };
    await audit(tx, { actor, at, action: "consumable.change", subject, organizationId: space.organization_id, details: changes });
  });
}
