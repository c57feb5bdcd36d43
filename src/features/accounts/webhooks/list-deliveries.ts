import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayManageWebhooks, mayReadAllDeliveries } from "./policy.ts";
import { type DeliveryState, findWebhook, listDeliveryRows } from "./queries.ts";

type Search = { state?: DeliveryState | undefined; before?: string | undefined; limit: number };

export async function listDeliveries({ db }: Installation, actor: Actor, webhookId: string, search: Search) {
  const webhook = found(await findWebhook(db, webhookId));
  authorize(actor, mayManageWebhooks(actor, webhook.organization_id));
  return listDeliveryRows(db, { ...search, webhookId });
}

export async function listAllDeliveries({ db }: Installation, actor: Actor, search: Search) {
  authorize(actor, mayReadAllDeliveries(actor));
  return listDeliveryRows(db, search);
}
