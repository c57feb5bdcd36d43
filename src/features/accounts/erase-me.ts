import type { SignedIn } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { isFullName } from "../../platform/privacy/full-name.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { dayIn } from "../../platform/time/day.ts";
import { countOtherOperators, isNameOfOthers } from "./own-queries.ts";
import { refuseKeys } from "./policy.ts";
import { accountRefusals } from "./refusals.ts";

/**
 * Erases the person who asks: every way in, name and address everywhere, and all else but what is said to be kept. All or
 * nothing, and for good.
 * @throws Refusal account.nothing_confirmed unless the address is given; account.last_operator for the only operator
 */
export async function eraseMe({ db, now }: Installation, parts: PersonalData[], actor: SignedIn, confirmed: string): Promise<void> {
  refuseKeys(actor);
  if (confirmed.trim().toLowerCase() !== actor.email) throw accountRefusals.nothingConfirmed();
  const at = now();
  await db.transaction().execute(async (tx) => {
    if (actor.isOperator && (await countOtherOperators(tx, actor.personId, dayIn(at, "Europe/Oslo"))) === 0)
      throw accountRefusals.lastOperator();
    const {
      id: personId,
      name,
      email,
    } = found(
      await tx.selectFrom("people").select(["id", "name", "email"]).where("id", "=", actor.personId).forUpdate().executeTakeFirst(),
    );
    const isTheirs = isFullName(name) && !(await isNameOfOthers(tx, personId, name));
    const subject = { personId, email, fullName: isTheirs ? name : undefined };
    for (const part of parts) await part.erase(tx, subject, at);
    await audit(tx, { actor, at, action: "person.erase", subject: { kind: "person", id: personId } });
    await announce(tx, [{ at, topic: "person.erased", organizationIds: [], payload: { personId } }]);
  });
}
