import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { momentOf } from "../../platform/time/day.ts";
import { type DeedRow, findDeeds, findOrganizationId } from "./audit-queries.ts";
import { auditedOrganizations, mayReadAudit } from "./policy.ts";

const timeZone = "Europe/Oslo";

type Asked = {
  organization?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  after: [string, string] | undefined;
};

/** The log as far as the actor may read it. Another organization's log is answered as one that does not exist. */
export async function readAudit({ db }: Installation, actor: Actor, asked: Asked): Promise<DeedRow[]> {
  authorize(actor, mayReadAudit(actor, undefined));
  const organizationId = asked.organization ? found(await findOrganizationId(db, asked.organization)).id : undefined;
  authorize(actor, mayReadAudit(actor, organizationId));
  return findDeeds(db, {
    organizationIds: organizationId ? [organizationId] : actor.isOperator ? undefined : auditedOrganizations(actor),
    actor: asked.actor?.trim() || undefined,
    subject: asked.subject?.trim() || undefined,
    action: asked.action?.trim() || undefined,
    from: asked.from ? momentOf(asked.from, "00:00", timeZone) : undefined,
    until: asked.to ? momentOf(Temporal.PlainDate.from(asked.to).add({ days: 1 }).toString(), "00:00", timeZone) : undefined,
    limit: asked.limit,
    after: asked.after,
  });
}
