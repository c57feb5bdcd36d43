import { z } from "zod";
import { audit } from "../audit.ts";
import type { Db } from "../database/database.ts";
import type { Installation } from "../installation.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { defineJob, handles } from "../jobs/job.ts";
import { type Answer, send } from "./send.ts";
import { signedHeaders } from "./signature.ts";
import { nextTry, patience } from "./tries.ts";

/** Tries a delivery once. `isReplay` also tries a webhook that has been turned off. */
export const deliverWebhook = defineJob("webhooks.deliver", z.strictObject({ deliveryId: z.uuid(), isReplay: z.boolean().optional() }));

/** The name under which a delivery waits, so that it waits once. */
export function deliveryKey(deliveryId: string): string {
  return `webhook delivery ${deliveryId}`;
}

/** Sends it, and writes how that went with the next try in one transaction. */
export const deliversWebhooks = handles(deliverWebhook, async (installation, { deliveryId, isReplay = false }, { signal }) => {
  const delivery = await findDelivery(installation.db, deliveryId);
  if (!delivery || delivery.delivered_at || delivery.gave_up_at) return;
  if (delivery.disabled_at && !isReplay) return giveUpOnDisabled(installation, deliveryId);
  const answer = await send({
    url: delivery.url,
    body: delivery.body,
    headers: signedHeaders({ id: delivery.outbox_id, at: installation.now(), body: delivery.body, secret: delivery.secret }),
    mayReachPrivate: installation.settings.webhooksReachLoopback,
    signal,
  });
  await installation.db.transaction().execute((tx) => record(tx, installation, delivery, answer));
  count(installation, answer);
});

type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

function findDelivery(db: Db, id: string) {
  return db
    .selectFrom("webhook_deliveries")
    .innerJoin("webhook_endpoints", "webhook_endpoints.id", "webhook_deliveries.endpoint_id")
    .selectAll("webhook_deliveries")
    .select(["webhook_endpoints.url", "webhook_endpoints.secret", "webhook_endpoints.organization_id", "webhook_endpoints.disabled_at"])
    .where("webhook_deliveries.id", "=", id)
    .executeTakeFirst();
}

async function giveUpOnDisabled({ db, now }: Installation, id: string): Promise<void> {
  await db.updateTable("webhook_deliveries").set({ gave_up_at: now(), last_error: "turned off" }).where("id", "=", id).execute();
}

async function record(tx: Db, installation: Installation, delivery: Delivery, answer: Answer): Promise<void> {
  const now = installation.now();
  const tries = delivery.attempts + 1;
  const status = "status" in answer ? answer.status : null;
  const isDone = status !== null && status >= 200 && status < 300;
  const again = isDone || status === 410 ? undefined : nextTry(tries, now, Math.random());
  await tx
    .updateTable("webhook_deliveries")
    .set({
      attempts: tries,
      last_attempt_at: now,
      last_status: status,
      last_error: "failure" in answer ? answer.failure : null,
      delivered_at: isDone ? now : null,
      gave_up_at: isDone || again ? null : now,
    })
    .where("id", "=", delivery.id)
    .execute();
  if (again) {
    await enqueue(tx, deliverWebhook, { deliveryId: delivery.id }, { runAt: again, jobKey: deliveryKey(delivery.id) });
  } else if (isDone) {
    if (delivery.disabled_at) await turn(tx, delivery, now, "on");
  } else if (status === 410 || !(await hasAnsweredLately(tx, delivery.endpoint_id, now))) {
    await turn(tx, delivery, now, "off");
  }
}

async function hasAnsweredLately(tx: Db, endpointId: string, now: Temporal.Instant): Promise<boolean> {
  const latest = await tx
    .selectFrom("webhook_deliveries")
    .select((row) => row.fn.max("delivered_at").as("at"))
    .where("endpoint_id", "=", endpointId)
    .executeTakeFirst();
  return latest?.at ? Temporal.Instant.compare(latest.at, now.subtract(patience)) > 0 : false;
}

// who answers that nobody is there (410), or nothing good for three days, is left in peace; a replay that succeeds is welcome back
async function turn(tx: Db, delivery: Delivery, now: Temporal.Instant, to: "on" | "off"): Promise<void> {
  await tx
    .updateTable("webhook_endpoints")
    .set({ disabled_at: to === "off" ? now : null })
    .where("id", "=", delivery.endpoint_id)
    .execute();
  await audit(tx, {
    actor: "system",
    at: now,
    action: to === "off" ? "webhook.turn_off" : "webhook.turn_on",
    subject: { kind: "webhook", id: delivery.endpoint_id },
    organizationId: delivery.organization_id,
  });
}

function count({ metrics }: Installation, answer: Answer): void {
  const outcome = "failure" in answer ? "no_answer" : answer.status >= 200 && answer.status < 300 ? "delivered" : "refused";
  metrics.counter("romslig_webhook_tries_total", "Tries to deliver a webhook, by outcome").add({ outcome });
}
