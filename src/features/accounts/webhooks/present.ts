import type { Actor } from "../../../platform/access/actor.ts";
import { mayManageWebhooks } from "./policy.ts";
import type { DeliveryRow, DeliveryState, WebhookRow } from "./queries.ts";

/** A webhook as the API shows it: without its secret. */
export function presentWebhook(row: WebhookRow, actor: Actor) {
  return {
    id: row.id,
    organizationId: row.organization_id,
    url: row.url,
    topics: row.topics,
    createdAt: row.created_at.toString(),
    disabledAt: row.disabled_at?.toString() ?? null,
    abilities: { remove: mayManageWebhooks(actor, row.organization_id) },
  };
}

export function presentDelivery(row: DeliveryRow, actor: Actor) {
  return {
    id: row.id,
    webhookId: row.endpoint_id,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    url: row.url,
    announcementId: row.outbox_id,
    topic: row.topic,
    body: row.body,
    state: stateOf(row),
    tries: row.attempts,
    lastTryAt: row.last_attempt_at?.toString() ?? null,
    lastStatus: row.last_status,
    lastError: row.last_error,
    deliveredAt: row.delivered_at?.toString() ?? null,
    gaveUpAt: row.gave_up_at?.toString() ?? null,
    abilities: { replay: mayManageWebhooks(actor, row.organization_id) },
  };
}

function stateOf(row: DeliveryRow): DeliveryState {
  if (row.delivered_at) return "delivered";
  if (row.gave_up_at) return "given_up";
  return row.attempts > 0 ? "retrying" : "waiting";
}
