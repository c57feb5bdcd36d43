import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayManageWebhooks } from "./policy.ts";
import { findOrganizationId, webhooksOf } from "./queries.ts";

export async function listWebhooks({ db }: Installation, actor: Actor, organization: string) {
  const { id } = found(await findOrganizationId(db, organization));
  authorize(actor, mayManageWebhooks(actor, id));
  return webhooksOf(db, id);
}
