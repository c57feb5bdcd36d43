import { fewestTransfers } from "../../src/features/exchange/index.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { earlier, timeZone } from "./calendar.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";

/** Closes the quarter that begins on the day: net positions, the transfers that clear them, and the period on each transaction. */
export async function settleQuarter(tx: Tx, network: Network, first: Temporal.PlainDate, closedBy: string | null, now: Temporal.Instant) {
  const after = first.add({ months: 3 });
  const closedAt = after
    .add({ days: 11 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from("10:20") })
    .toInstant();
  const settlement = {
    id: newId(closedAt.epochMilliseconds),
    network_id: network.id,
    during: `[${first},${after})`,
    closed_at: earlier(closedAt, now),
  };
  await insertAll(tx, "settlements", [{ ...settlement, closed_by: closedBy }]);
  const days = await tx
    .updateTable("ledger_transactions")
    .set({ period_id: settlement.id })
    .where("network_id", "=", network.id)
    .where("day", ">=", first.toString())
    .where("day", "<", after.toString())
    .returning(["host_id", "home_id", "days", "amount_ore"])
    .execute();

  const organizations = [...new Set(days.flatMap(({ host_id, home_id }) => [host_id, home_id]))];
  const positions = organizations.map((organization_id) => {
    const given = days.filter(({ host_id }) => host_id === organization_id);
    const received = days.filter(({ home_id }) => home_id === organization_id);
    return {
      settlement_id: settlement.id,
      organization_id,
      days_given: sum(given.map((day) => day.days)),
      days_received: sum(received.map((day) => day.days)),
      amount_ore: sum(given.map((day) => day.amount_ore)) - sum(received.map((day) => day.amount_ore)),
    };
  });
  await insertAll(tx, "settlement_positions", positions);
  const owed = positions.map(({ organization_id, amount_ore }) => ({ organizationId: organization_id, amountOre: amount_ore }));
  await insertAll(
    tx,
    "settlement_transfers",
    fewestTransfers(owed).map(({ payerId, receiverId, amountOre }) => ({
      settlement_id: settlement.id,
      payer_id: payerId,
      receiver_id: receiverId,
      amount_ore: amountOre,
    })),
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
