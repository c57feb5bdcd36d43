import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { mayCoordinate } from "../policy.ts";
import { reverseDay } from "./book-day.ts";
import { corrections } from "./ledger-rows.ts";
import { ledgerRefusals } from "./refusals.ts";

export interface CorrectionDecision {
  accept: boolean;
  reason?: string | undefined;
}

/**
 * Accepts a correction, which books the day back, or rejects it. In a closed period the reversal counts in the next.
 * @throws Refusal when it was decided the other way
 */
export async function decideCorrection(
  { db, now }: Installation,
  actor: Actor,
  correctionId: string,
  { accept, reason }: CorrectionDecision,
): Promise<void> {
  const correction = found(await corrections(db).where("c.id", "=", correctionId).executeTakeFirst());
  authorize(actor, mayCoordinate(actor, correction.network_id));
  await db.transaction().execute(async (tx) => {
    const decided = await tx
      .updateTable("ledger_corrections")
      .set({ decided_at: now(), decided_by: actor.personId, accepted: accept, decision_reason: reason ?? null })
      .where("id", "=", correctionId)
      .where("decided_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!decided) {
      const { accepted } = await tx
        .selectFrom("ledger_corrections")
        .select("accepted")
        .where("id", "=", correctionId)
        .executeTakeFirstOrThrow();
      if (accepted !== accept) throw ledgerRefusals.correctionDecided();
      return;
    }
    const { network_id, space_id, pass_id, host_id, home_id } = correction;
    if (accept) await reverseDay(tx, { network_id, space_id, id: pass_id }, now(), correction.reason);
    await audit(tx, {
      actor,
      at: now(),
      action: accept ? "ledger_correction.accept" : "ledger_correction.reject",
      subject: { kind: "ledger_correction", id: correctionId },
      organizationId: network_id,
      reason,
    });
    const payload = {
      correctionId,
      transactionId: correction.transaction_id,
      networkId: network_id,
      accepted: accept,
      by: actor.personId,
    };
    await announce(tx, [{ at: now(), topic: "ledger_correction.decided", organizationIds: [network_id, home_id, host_id], payload }]);
  });
}
