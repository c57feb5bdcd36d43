import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayManageWebhooks } from "./policy.ts";
import { findOrganizationId } from "./queries.ts";

export async function removeWebhook({ db, now }: Installation, actor: Actor, organization: string, webhookId: string): Promise<void> {
  const { id: organizationId } = found(await findOrganizationId(db, organization));
  authorize(actor, mayManageWebhooks(actor, organizationId));
  await db.transaction().execute(async (tx) => {
    const removed = await tx
      .deleteFrom("webhook_endpoints")
      .where("id", "=", webhookId)
      .where("organization_id", "=", organizationId)
      .returning("id")
      .executeTakeFirst();
    found(removed);
    await audit(tx, { actor, at: now(), action: "webhook.remove", subject: { kind: "webhook", id: webhookId }, organizationId });
  });
}
