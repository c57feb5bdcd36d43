import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { mayCoordinate } from "../policy.ts";
import { byOrganization } from "./fairness.ts";
import { lockLedger } from "./lock-ledger.ts";
import { isOver, type Period, periodRange } from "./period.ts";
import { findNetwork, pairsIn, settlementKindOn } from "./queries.ts";
import { ledgerRefusals } from "./refusals.ts";
import { transfersFor } from "./transfers-for.ts";

/**
 * Closes a period of a network: every day before its end that is in no period yet goes into it, what each organization is
 * owed or owes is written down, and who pays whom. What is booked later, also for these days, goes to the next period.
 * The same period again answers with the settlement there is. @returns the settlement's id
 * @throws Refusal when the period is not over, or overlaps another
 */
export async function closePeriod({ db, now }: Installation, actor: Actor, idOrSlug: string, period: Period): Promise<string> {
  const network = found(await findNetwork(db, idOrSlug));
  authorize(actor, mayCoordinate(actor, network.id));
  if (period.from >= period.to) throw ledgerRefusals.emptyPeriod();
  if (!isOver(period, dayIn(now(), "Europe/Oslo"))) throw ledgerRefusals.periodNotOver({ to: period.to });
  return await db.transaction().execute(async (tx) => {
    await lockLedger(tx, network.id, "alone");
    const known = await settlementOf(tx, network.id, period);
    if (known) return known;
    const id = newId();
    await tx
      .insertInto("settlements")
      .values({ id, network_id: network.id, during: periodRange(period), closed_at: now(), closed_by: actor.personId })
      .execute();
    await tx
      .updateTable("ledger_transactions")
      .set({ period_id: id })
      .where("network_id", "=", network.id)
      .where("day", "<", period.to)
      .where("period_id", "is", null)
      .execute();
    const organizationIds = await writeSums(tx, network.id, id, period);
    const details = { from: period.from, to: period.to };
    const subject = { kind: "settlement", id };
    await audit(tx, { actor, at: now(), action: "settlement.close", subject, organizationId: network.id, details });
    const payload = { settlementId: id, networkId: network.id, ...details, by: actor.personId };
    await announce(tx, [{ at: now(), topic: "settlement.closed", organizationIds: [network.id, ...organizationIds], payload }]);
    return id;
  });
}

/** The settlement of exactly this period. */
export async function settlementOf(db: Db, networkId: string, period: Period): Promise<string | undefined> {
  const row = await db
    .selectFrom("settlements")
    .select("id")
    .where("network_id", "=", networkId)
    .where("during", "=", periodRange(period))
    .executeTakeFirst();
  return row?.id;
}

async function writeSums(tx: Tx, networkId: string, settlementId: string, period: Period): Promise<string[]> {
  const pairs = await pairsIn(tx, { networkId, rows: { kind: "settled", settlementId } });
  const positions = byOrganization(pairs);
  const transfers = transfersFor(await settlementKindOn(tx, networkId, period.from), pairs);
  if (positions.length > 0) {
    await tx
      .insertInto("settlement_positions")
      .values(
        positions.map(({ organizationId, given, received, amountOre }) => ({
          settlement_id: settlementId,
          organization_id: organizationId,
          days_given: given,
          days_received: received,
          amount_ore: amountOre,
        })),
      )
      .execute();
  }
  if (transfers.length > 0) {
    await tx
      .insertInto("settlement_transfers")
      .values(
        transfers.map(({ payerId, receiverId, amountOre }) => ({
          settlement_id: settlementId,
          payer_id: payerId,
          receiver_id: receiverId,
          amount_ore: amountOre,
        })),
      )
      .execute();
  }
  return positions.map(({ organizationId }) => organizationId);
}
