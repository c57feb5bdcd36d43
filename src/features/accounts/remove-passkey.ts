import type { SignedIn } from "../../platform/access/actor.ts";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { refuseKeys } from "./policy.ts";

/** Removes a passkey of the person's own; it opens nothing from then on. @throws Refusal access.not_here when it is not theirs */
export async function removePasskey({ db, now }: Installation, actor: SignedIn, passkeyId: string): Promise<void> {
  refuseKeys(actor);
  await db.transaction().execute(async (tx) => {
    const removed = await tx
      .deleteFrom("passkeys")
      .where("id", "=", passkeyId)
      .where("login_id", "in", (query) => query.selectFrom("logins").select("logins.id").where("logins.person_id", "=", actor.personId))
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw accessRefusals.notHere();
    await audit(tx, { actor, at: now(), action: "passkey.remove", subject: { kind: "passkey", id: passkeyId } });
  });
}
