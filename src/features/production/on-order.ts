import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Side } from "./order.ts";
import { sidesOf } from "./policy.ts";
import { lockOrder, type OrderRow } from "./queries.ts";

/** What was done to an order, for the log. */
export type Deed<Result> = { action: string; details?: Record<string, unknown>; reason?: string | undefined; result: Result };

export type OnOrder = { tx: Tx; order: OrderRow; sides: Side[]; actor: SignedIn; at: Temporal.Instant };

/** Does something to an order, for those who stand on one of the sides, while nobody else does; and writes it in the log. */
export async function onOrder<Result>(
  { db, now }: Pick<Installation, "db" | "now">,
  actor: Actor,
  id: string,
  allowed: readonly Side[],
  act: (given: OnOrder) => Promise<Deed<Result>>,
): Promise<Result> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const order = found(await lockOrder(tx, id));
    const sides = sidesOf(actor, order);
    authorize(
      actor,
      sides.some((side) => allowed.includes(side)),
    );
    const { action, details = {}, reason, result } = await act({ tx, order, sides, actor, at });
    const subject = { kind: "production_order", id };
    await audit(tx, { actor, at, action, subject, organizationId: order.host_id, reason, details });
    return result;
  });
}
