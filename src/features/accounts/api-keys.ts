import { createHash, randomBytes } from "node:crypto";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";

/** What a key may be allowed: all reads, all writes, or those of one feature ("exchange:write"). */
export const scopeForm = /^(read|write|[a-z-]+:(read|write))$/;

type NewKey = { personId: string; name: string; scopes: string[]; expiresAt?: Temporal.Instant | undefined };

/**
 * Makes a key that acts as the person within the scopes.
 * @returns the key in clear, which is shown once and kept only as a hash
 */
export async function createApiKey(db: Db, now: Temporal.Instant, given: NewKey) {
  const id = newId();
  const key = `romslig_${randomBytes(24).toString("base64url")}`;
  await db
    .insertInto("api_keys")
    .values({
      id,
      person_id: given.personId,
      name: given.name,
      scopes: given.scopes,
      key_hash: hashOf(key),
      created_at: now,
      expires_at: given.expiresAt ?? null,
    })
    .execute();
  return { id, key };
}

export function hashOf(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** Whether a key with these scopes may call a route of this feature. Actors without a key have no scopes to lack. */
export function allows(scopes: string[] | undefined, feature: string, isWrite: boolean): boolean {
  const act = isWrite ? "write" : "read";
  return scopes === undefined || scopes.includes(act) || scopes.includes(`${feature}:${act}`);
}
