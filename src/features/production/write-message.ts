import type { Actor } from "../../platform/access/actor.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { onOrder } from "./on-order.ts";
import { sideOf } from "./policy.ts";

/** Customer and lab write to each other about an order; the other side is told by letter. */
export async function writeMessage(installation: Installation, actor: Actor, id: string, text: string): Promise<void> {
  await onOrder(installation, actor, id, ["customer", "lab"], async ({ tx, order, sides, actor: by, at }) => {
    const messageId = newId();
    await tx
      .insertInto("production_order_messages")
      .values({ space_id: order.space_id, id: messageId, order_id: id, written_at: at, written_by: by.personId, text })
      .execute();
    const payload = { orderId: id, spaceId: order.space_id, messageId, by: by.personId, side: sideOf(by, order, sides) };
    await announce(tx, [{ at, topic: "production_order.message", organizationIds: [order.host_id], payload }]);
    return { action: "production_order.write", details: { messageId }, result: undefined };
  });
}
