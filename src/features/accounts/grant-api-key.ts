import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { createApiKey } from "./api-keys.ts";
import { findPersonByEmail } from "./queries.ts";

/**
 * Makes a key for a person, by whoever sits at the machine the installation runs on.
 * @returns the key, or undefined when no person has the address
 */
export async function grantApiKey({ db, now }: Installation, given: { email: string; name: string; scopes: string[] }) {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const person = await findPersonByEmail(tx, given.email.toLowerCase());
    if (!person) return undefined;
    const { id, key } = await createApiKey(tx, at, { personId: person.id, name: given.name, scopes: given.scopes });
    await audit(tx, { actor: "system", at, action: "api_key.make", subject: { kind: "api_key", id }, details: { personId: person.id } });
    return key;
  });
}
