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
  const person = deed.actor !== "system" && deed.actor.kind === "person" ? deed.actor : undefined;
  await tx
    .insertInto("audit_log")
    .values({
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
    })
    .execute();
}
