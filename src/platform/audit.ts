import type { Actor } from "./access/actor.ts";
import type { Db } from "./database/database.ts";
import { newId } from "./database/id.ts";

/** One thing done, for the audit log. */
export interface Deed {
  actor: Actor | "system";
  at: Temporal.Instant;
  /** What was done, as "feature.verb": "guest_terms.change". */
  action: string;
  subject: { kind: string; id: string };
  /** Whose log it belongs in; the operator sees all. */
  organizationId?: string | undefined;
  /** Given when a rule was overridden. */
  reason?: string | undefined;
  details?: Record<string, unknown>;
}

/** Writes the deed in the transaction that does it. */
export async function audit(tx: Db, deed: Deed): Promise<void> {
  await auditAll(tx, [deed]);
}

/** The same for many deeds, in one statement. */
export async function auditAll(tx: Db, deeds: readonly Deed[]): Promise<void> {
  if (deeds.length === 0) return;
  await tx.insertInto("audit_log").values(deeds.map(auditRow)).execute();
}

/** The row of a deed, for those who write it with a statement of their own. */
export function auditRow(deed: Deed) {
  const person = deed.actor !== "system" && deed.actor.kind === "person" ? deed.actor : undefined;
  return {
    id: newId(),
    done_at: deed.at,
    actor_person_id: person?.personId ?? null,
    actor_key_id: person?.keyId ?? null,
    action: deed.action,
    subject_kind: deed.subject.kind,
    subject_id: deed.subject.id,
    organization_id: deed.organizationId ?? null,
    reason: deed.reason ?? null,
    details: JSON.stringify(deed.details ?? {}),
  };
}
