import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";

export type DeliveryState = "waiting" | "retrying" | "delivered" | "given_up";

/** The id of the organization with this id or slug. */
export function findOrganizationId(db: Db, idOrSlug: string) {
  return db
    .selectFrom("organizations")
    .select("id")
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}

export function webhooksOf(db: Db, organizationId: string) {
  return db.selectFrom("webhook_endpoints").selectAll().where("organization_id", "=", organizationId).orderBy("id").execute();
}

export function findWebhook(db: Db, id: string) {
  return db.selectFrom("webhook_endpoints").selectAll().where("id", "=", id).executeTakeFirst();
}

export type WebhookRow = NonNullable<Awaited<ReturnType<typeof findWebhook>>>;

export function findDelivery(db: Db, id: string) {
  return deliveries(db).where("webhook_deliveries.id", "=", id).executeTakeFirst();
}

export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

type Search = { webhookId?: string; state?: DeliveryState | undefined; before?: string | undefined; limit: number };

/** Deliveries of one webhook or of all, newest first. */
export function listDeliveryRows(db: Db, { webhookId, state, before, limit }: Search): Promise<DeliveryRow[]> {
  let query = deliveries(db).orderBy("webhook_deliveries.id", "desc").limit(limit);
  if (webhookId) query = query.where("webhook_deliveries.endpoint_id", "=", webhookId);
  if (before) query = query.where("webhook_deliveries.id", "<", before);
  if (state === "delivered") query = query.where("webhook_deliveries.delivered_at", "is not", null);
  if (state === "given_up") query = query.where("webhook_deliveries.gave_up_at", "is not", null);
  if (state === "waiting" || state === "retrying") {
    query = query
      .where("webhook_deliveries.delivered_at", "is", null)
      .where("webhook_deliveries.gave_up_at", "is", null)
      .where("webhook_deliveries.attempts", state === "waiting" ? "=" : ">", 0);
  }
  return query.execute();
}

function deliveries(db: Db) {
  return db
    .selectFrom("webhook_deliveries")
    .innerJoin("webhook_endpoints", "webhook_endpoints.id", "webhook_deliveries.endpoint_id")
    .innerJoin("organizations", "organizations.id", "webhook_endpoints.organization_id")
    .selectAll("webhook_deliveries")
    .select(["webhook_endpoints.url", "webhook_endpoints.organization_id", "organizations.name as organization_name"]);
}
