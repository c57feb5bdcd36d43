import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { isWithinReach, reachOf } from "../../../platform/outside/public-address.ts";
import { newWebhookSecret } from "../../../platform/webhooks/signature.ts";
import { mayManageWebhooks } from "./policy.ts";
import { findOrganizationId, webhooksOf } from "./queries.ts";
import { webhookRefusals } from "./refusals.ts";

const most = 10;

/** @returns the webhook with its secret, which is not shown again */
export async function addWebhook(
  { db, now, settings }: Installation,
  actor: Actor,
  organization: string,
  given: { url: string; topics: string[] },
) {
  const { id: organizationId } = found(await findOrganizationId(db, organization));
  authorize(actor, mayManageWebhooks(actor, organizationId));
  if (!isWithinReach(given.url, reachOf(settings.webhooksReachLoopback))) throw webhookRefusals.addressNotPublic();
  return db.transaction().execute(async (tx) => {
    if ((await webhooksOf(tx, organizationId)).length >= most) throw webhookRefusals.tooMany({ most });
    const added = await tx
      .insertInto("webhook_endpoints")
      .values({
        id: newId(),
        organization_id: organizationId,
        url: given.url,
        topics: given.topics,
        secret: newWebhookSecret(),
        created_at: now(),
        created_by: actor.personId,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(tx, {
      actor,
      at: now(),
      action: "webhook.add",
      subject: { kind: "webhook", id: added.id },
      organizationId,
      details: { host: new URL(given.url).host, topics: given.topics },
    });
    return added;
  });
}
