import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { isLanguage } from "../../platform/language/language.ts";
import type { DeedRow } from "./audit-queries.ts";
import { deviceName } from "./device-name.ts";
import type { findApiKeys, findMe, findPasskeys, findSessions } from "./own-queries.ts";
import { mayReadAudit } from "./policy.ts";

type RowOf<Query extends (...given: never[]) => Promise<unknown>> =
  Awaited<ReturnType<Query>> extends (infer Row)[] ? Row : NonNullable<Awaited<ReturnType<Query>>>;
export type MeRow = RowOf<typeof findMe>;

export function presentMe(row: MeRow, actor: SignedIn) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    locale: isLanguage(row.locale) ? row.locale : ("nb" as const),
    visibility: row.visibility as "public" | "network" | "private",
    isOperator: actor.isOperator,
    positions: row.positions,
    version: row.version,
    abilities: { change: true, manageAccess: actor.scopes === undefined, readAudit: mayReadAudit(actor, undefined) },
  };
}

export function presentSession(row: RowOf<typeof findSessions>, actor: Actor) {
  return {
    id: row.id,
    ...deviceName(row.user_agent),
    openedAt: row.created_at.toString(),
    endsAt: row.expires_at.toString(),
    isCurrent: actor.kind === "person" && actor.sessionId === row.id,
  };
}

export function presentPasskey(row: RowOf<typeof findPasskeys>) {
  return { id: row.id, name: row.name, createdAt: row.created_at?.toString() ?? null };
}

export function presentApiKey(row: RowOf<typeof findApiKeys>) {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toString(),
    expiresAt: row.expires_at?.toString() ?? null,
  };
}

/** A deed. An erased person keeps the id and has no name. */
export function presentDeed(row: DeedRow) {
  const place =
    row.place_id === null || row.place_slug === null ? null : { id: row.place_id, slug: row.place_slug, name: row.place_name ?? "" };
  return {
    id: row.id,
    doneAt: row.done_at.toString(),
    actor: row.actor_person_id === null ? null : { personId: row.actor_person_id, name: row.erased_at ? null : row.actor_name },
    keyId: row.actor_key_id,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id, name: row.subject_name },
    organization: place,
    reason: row.reason,
    details: (row.details ?? {}) as Record<string, unknown>,
  };
}
