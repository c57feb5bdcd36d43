import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { momentOf } from "../../platform/time/day.ts";
import { type AuditSearch, type DeedRow, findDeeds, findOrganizationId } from "./audit-queries.ts";
import { auditedOrganizations, mayReadAudit } from "./policy.ts";

const timeZone = "Europe/Oslo";

type Asked = {
  organization?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};
type Part = { limit: number; after: [string, string] | undefined };

/** The log as far as the actor may read it. Another organization's log is answered as one that does not exist. */
export async function readAudit({ db }: Installation, actor: Actor, { limit, after, ...asked }: Asked & Part): Promise<DeedRow[]> {
  return findDeeds(db, { ...(await auditSearch(db, actor, asked)), limit, after });
}

/** What to look for in the log, as far as the actor may read it. */
export async function auditSearch(db: Db, actor: Actor, asked: Asked): Promise<Omit<AuditSearch, "limit" | "after">> {
  authorize(actor, mayReadAudit(actor, undefined));
  const organizationId = asked.organization ? found(await findOrganizationId(db, asked.organization)).id : undefined;
  authorize(actor, mayReadAudit(actor, organizationId));
  return {
    organizationIds: organizationId ? [organizationId] : actor.isOperator ? undefined : auditedOrganizations(actor),
    actor: asked.actor?.trim() || undefined,
    subject: asked.subject?.trim() || undefined,
    action: asked.action?.trim() || undefined,
    from: asked.from ? momentOf(asked.from, "00:00", timeZone) : undefined,
    until: asked.to ? momentOf(Temporal.PlainDate.from(asked.to).add({ days: 1 }).toString(), "00:00", timeZone) : undefined,
  };
}
