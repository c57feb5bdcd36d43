import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { maySignUp, mayTeach } from "./policy.ts";
import { findInduction, type InductionRow } from "./queries.ts";
import { inductionRefusals } from "./refusals.ts";

type SignUp = { id: string; personId: string };

/** Takes a place at a course; asked twice it is the same place. @throws Refusal induction.full, induction.over */
export async function signUp({ db, now }: Installation, actor: Actor, { id, personId }: SignUp): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const induction = found(await findInduction(tx, id));
    authorize(actor, maySignUp(actor, personId, induction.host_id));
    found(await tx.selectFrom("people").select("id").where("id", "=", personId).where("erased_at", "is", null).executeTakeFirst());
    requireOpen(induction, at, mayTeach(actor, induction.host_id));
    const place = await tx
      .insertInto("induction_sign_ups")
      .values({ space_id: induction.space_id, induction_id: id, person_id: personId, signed_up_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning("person_id")
      .executeTakeFirst();
    if (!place) return;
    // counted last, so that those who come at once wait for each other only here; the constraint says no to one too many
    await count(1, induction).execute(tx);
    const details = { personId };
    const subject = { kind: "induction", id };
    await audit(tx, { actor, at, action: "induction.sign_up", subject, organizationId: induction.host_id, details });
  });
}

/** Gives a place back before the course begins. @throws Refusal induction.over */
export async function signOff({ db, now }: Installation, actor: Actor, { id, personId }: SignUp): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const induction = found(await findInduction(tx, id));
    authorize(actor, maySignUp(actor, personId, induction.host_id));
    requireOpen(induction, at, mayTeach(actor, induction.host_id));
    const place = await tx
      .deleteFrom("induction_sign_ups")
      .where("space_id", "=", induction.space_id)
      .where("induction_id", "=", id)
      .where("person_id", "=", personId)
      .where("outcome", "is", null)
      .returning("person_id")
      .executeTakeFirst();
    if (!place) return;
    await count(-1, induction).execute(tx);
    const details = { personId };
    const subject = { kind: "induction", id };
    await audit(tx, { actor, at, action: "induction.sign_off", subject, organizationId: induction.host_id, details });
  });
}

function count(change: 1 | -1, { space_id, id }: InductionRow) {
  return sql`update inductions set taken = taken + ${sql.lit(change)} where space_id = ${space_id} and id = ${id}`;
}

// who turns up at the door is put on the list by the desk while it lasts
function requireOpen(induction: InductionRow, at: Temporal.Instant, isDesk: boolean): void {
  const closes = isDesk ? induction.ends_at : induction.starts_at;
  if (induction.is_cancelled || Temporal.Instant.compare(closes, at) <= 0) throw inductionRefusals.over();
}
