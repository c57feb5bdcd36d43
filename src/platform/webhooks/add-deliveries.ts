import type { Db } from "../database/database.ts";
import { newId } from "../database/id.ts";
import { enqueueAll } from "../jobs/enqueue.ts";
import { type Announced, covers } from "../outbox/subscription.ts";
import { deliverWebhook, deliveryKey } from "./deliver.ts";

/** Writes a delivery of each announcement for each webhook that wants it, once, and has them sent. */
export async function addDeliveries(tx: Db, announced: Announced[], now: Temporal.Instant): Promise<void> {
  const organizationIds = [...new Set(announced.flatMap((one) => one.organizationIds))];
  if (organizationIds.length === 0) return;
  const endpoints = await tx
    .selectFrom("webhook_endpoints")
    .select(["id", "organization_id", "topics"])
    .where("organization_id", "in", organizationIds)
    .where("disabled_at", "is", null)
    .orderBy("id")
    .execute();
  const rows = announced.flatMap((one) =>
    endpoints
      .filter((endpoint) => one.organizationIds.includes(endpoint.organization_id) && covers(endpoint.topics, one.topic))
      .map((endpoint) => ({ id: newId(), endpoint_id: endpoint.id, outbox_id: one.id, topic: one.topic, body: bodyOf(one) })),
  );
  if (rows.length === 0) return;
  const added = await tx
    .insertInto("webhook_deliveries")
    .values(rows)
    .onConflict((conflict) => conflict.constraint("webhook_deliveries_once").doNothing())
    .returning("id")
    .execute();
  await enqueueAll(
    tx,
    deliverWebhook,
    added.map(({ id }) => ({ payload: { deliveryId: id }, runAt: now, jobKey: deliveryKey(id) })),
  );
}

// the payload of Standard Webhooks: what happened, when, and the facts
function bodyOf({ topic, happenedAt, payload }: Announced): string {
  return JSON.stringify({ type: topic, timestamp: happenedAt, data: payload });
}
