import { randomBytes } from "node:crypto";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";

/** Shows one's year to whoever has its address. Shown already, the address stays. */
export async function shareOwnYear({ db, now }: Installation, actor: Actor, year: number): Promise<void> {
  authorize(actor, true);
  const at = now();
  await db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto("shared_years")
      .values({ person_id: actor.personId, year, secret: randomBytes(18).toString("base64url"), shared_at: at })
      .onConflict((conflict) => conflict.constraint("shared_years_once").doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows === 0n) return;
    await audit(tx, { actor, at, action: "own_year.share", subject: { kind: "person", id: actor.personId }, details: { year } });
  });
}

/** Takes the address back: nobody sees the year there any more, and shown again it has another. */
export async function hideOwnYear({ db, now }: Installation, actor: Actor, year: number): Promise<void> {
  authorize(actor, true);
  const at = now();
  await db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom("shared_years").where("person_id", "=", actor.personId).where("year", "=", year).executeTakeFirst();
    if (gone.numDeletedRows === 0n) return;
    await audit(tx, { actor, at, action: "own_year.hide", subject: { kind: "person", id: actor.personId }, details: { year } });
  });
}
