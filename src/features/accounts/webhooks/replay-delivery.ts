import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { deliverWebhook, deliveryKey } from "../../../platform/webhooks/deliver.ts";
import { mayManageWebhooks } from "./policy.ts";
import { findDelivery } from "./queries.ts";

/** Sends it again at once, whatever came of it before, with all its tries. @returns the delivery as it now waits */
export async function replayDelivery({ db, now }: Installation, actor: Actor, id: string) {
  const delivery = found(await findDelivery(db, id));
  authorize(actor, mayManageWebhooks(actor, delivery.organization_id));
  return db.transaction().execute(async (tx) => {
    await tx.updateTable("webhook_deliveries").set({ attempts: 0, delivered_at: null, gave_up_at: null }).where("id", "=", id).execute();
    await enqueue(tx, deliverWebhook, { deliveryId: id, isReplay: true }, { jobKey: deliveryKey(id) });
    await audit(tx, {
      actor,
      at: now(),
      action: "webhook.replay",
      subject: { kind: "webhook_delivery", id },
      organizationId: delivery.organization_id,
    });
    return found(await findDelivery(tx, id));
  });
}
