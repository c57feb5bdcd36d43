import type { SignedIn } from "../../platform/access/actor.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { createApiKey } from "./api-keys.ts";
import { refuseKeys } from "./policy.ts";
import { accountRefusals } from "./refusals.ts";

type Wanted = { name: string; scopes: string[]; expiresAt?: string | undefined };

/** Makes a key that acts as the person. @throws Refusal account.key_may_not when a key asks; account.expiry_passed */
export async function makeApiKey({ db, now }: Installation, actor: SignedIn, wanted: Wanted) {
  refuseKeys(actor);
  const at = now();
  const given = { name: wanted.name, scopes: [...new Set(wanted.scopes)] };
  const expiresAt = wanted.expiresAt ? Temporal.Instant.from(wanted.expiresAt) : undefined;
  if (expiresAt && Temporal.Instant.compare(expiresAt, at) <= 0) throw accountRefusals.expiryPassed();
  return db.transaction().execute(async (tx) => {
    const { id, key } = await createApiKey(tx, at, { personId: actor.personId, ...given, expiresAt });
    await audit(tx, { actor, at, action: "api_key.make", subject: { kind: "api_key", id }, details: { scopes: given.scopes } });
    return { id, ...given, created_at: at, expires_at: expiresAt ?? null, key };
  });
}
