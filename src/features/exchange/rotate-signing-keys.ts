import type { Actor } from "../../platform/access/actor.ts";
import { authorize } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { mayRotateKeys } from "./policy.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** Signs passes with a new key from now on; those in circulation stay good. @returns the new key's id */
export async function rotateSigningKeys({ now }: Pick<Installation, "now">, keys: SigningKeys, actor: Actor): Promise<string> {
  authorize(actor, mayRotateKeys(actor));
  return keys.rotate((tx, id) => audit(tx, { actor, at: now(), action: "signing_key.rotate", subject: { kind: "signing_key", id } }));
}
