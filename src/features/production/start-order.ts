import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { findSpace } from "../spaces/index.ts";
import { requirePayer } from "./payer.ts";
import { makesThings } from "./queries.ts";
import { productionRefusals } from "./refusals.ts";
import type { NewOrder } from "./shapes.ts";
import { writeChange } from "./step-order.ts";

/** Begins an order as a draft, which is the customer's own until it is asked. @returns its id. @throws Refusal production.no_orders_here, production.not_for_them */
export async function startOrder({ db, now }: Installation, actor: Actor, given: NewOrder): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    authorize(actor, true);
    const space = found(await findSpace(tx, given.space));
    if (!(await makesThings(tx, space.id))) throw productionRefusals.noOrdersHere();
    const organizationId = given.organization ? await requirePayer(tx, actor, space, given.organization, at) : null;
    const id = newId();
    const { title, description, material, quantity, wantedBy, priority } = given;
    await tx
      .insertInto("production_orders")
      .values({
        space_id: space.id,
        id,
        customer_id: actor.personId,
        organization_id: organizationId,
        title,
        description: description || null,
        material: material || null,
        quantity,
        wanted_by: wantedBy ?? null,
        priority,
        state_since: at,
        created_at: at,
      })
      .execute();
    await writeChange(tx, { space_id: space.id, id }, { to: "draft", at, by: actor.personId, reason: undefined });
    const subject = { kind: "production_order", id };
    await audit(tx, { actor, at, action: "production_order.start", subject, organizationId: space.organization_id });
    return id;
  });
}
