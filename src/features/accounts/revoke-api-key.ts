import type { SignedIn } from "../../platform/access/actor.ts";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { refuseKeys } from "./policy.ts";

/** Revokes a key of the person's own. @throws Refusal access.not_here when it is not theirs or already revoked */
export async function revokeApiKey({ db, now }: Installation, actor: SignedIn, keyId: string): Promise<void> {
  refuseKeys(actor);
  await db.transaction().execute(async (tx) => {
    const revoked = await tx
      .updateTable("api_keys")
      .set({ revoked_at: now() })
      .where("id", "=", keyId)
      .where("person_id", "=", actor.personId)
      .where("revoked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!revoked) throw accessRefusals.notHere();
    await audit(tx, { actor, at: now(), action: "api_key.revoke", subject: { kind: "api_key", id: keyId } });
  });
}
