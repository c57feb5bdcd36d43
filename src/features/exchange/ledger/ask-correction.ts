import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { maySeeSideOf } from "../policy.ts";
import { ledgerRefusals } from "./refusals.ts";

/**
 * One side of a day asks for it to be booked back; the coordinator decides. @returns the correction's id
 * @throws Refusal when the line is a reversal, has been reversed, or already waits for an answer
 */
export async function askCorrection({ db, now }: Installation, actor: Actor, transactionId: string, reason: string): Promise<string> {
  const row = found(
    await db
      .selectFrom("ledger_transactions as t")
      .leftJoin("ledger_transactions as r", "r.reverses_id", "t.id")
      .where("t.id", "=", transactionId)
      .select(["t.id", "t.network_id", "t.host_id", "t.home_id", "t.days", "r.id as reversed_by_id"])
      .executeTakeFirst(),
  );
  const side = [row.home_id, row.host_id].find((id) => maySeeSideOf(actor, id));
  authorize(actor, side !== undefined);
  if (row.days < 0 || row.reversed_by_id !== null) throw ledgerRefusals.alreadyReversed();
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("ledger_corrections")
      .values({
        id,
        network_id: row.network_id,
        transaction_id: row.id,
        asked_by_organization_id: side ?? row.home_id,
        asked_by: actor.personId,
        reason,
        asked_at: now(),
      })
      .execute();
    const subject = { kind: "ledger_correction", id };
    await audit(tx, { actor, at: now(), action: "ledger_correction.ask", subject, organizationId: row.network_id, reason });
    const payload = { correctionId: id, transactionId: row.id, networkId: row.network_id, by: actor.personId };
    const organizationIds = [row.network_id, row.home_id, row.host_id];
    await announce(tx, [{ at: now(), topic: "ledger_correction.asked", organizationIds, payload }]);
  });
  return id;
}
