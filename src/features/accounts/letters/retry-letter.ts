import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { retryLetter as retry } from "../../../platform/mail/index.ts";
import { mayTendLetters } from "./policy.ts";

/** Lets a letter that did not leave be sent at once. One that was sent, or is on its way, is not there. */
export async function retryLetter({ db, now }: Installation, actor: Actor, id: string): Promise<void> {
  authorize(actor, mayTendLetters(actor));
  await db.transaction().execute(async (tx) => {
    const about = found(await retry(tx, id, now()));
    await audit(tx, { actor, at: now(), action: "letter.retry", subject: { kind: "letter", id }, details: { about } });
  });
}
