import { recountLedger } from "../../src/features/exchange/ledger/ledger-counts.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertMany } from "./insert-all.ts";
import type { StoredPass } from "./insert-passes.ts";
import type { Network } from "./network.ts";

/** One transaction for every day a guest came, and the corrections asked for. */
export async function insertLedger(tx: Tx, network: Network, passes: StoredPass[]): Promise<void> {
  const booked = passes.flatMap((pass) =>
    pass.checkedInAt ? [{ ...pass, checkedInAt: pass.checkedInAt, transactionId: newId(pass.checkedInAt.epochMilliseconds) }] : [],
  );
  await insertMany(
    tx,
    "ledger_transactions",
    booked.map(({ transactionId, house, participant, id, day, priceOre, overQuota, checkedInAt }) => ({
      id: transactionId,
      network_id: network.id,
      host_id: house.organizationId,
      home_id: participant.homeId,
      space_id: house.id,
      pass_id: id,
      day,
      days: 1,
      amount_ore: priceOre,
      over_quota: overQuota,
      booked_at: checkedInAt,
    })),
  );
  await insertMany(
    tx,
    "ledger_corrections",
    booked.flatMap(({ transactionId, correction }) =>
      correction
        ? [
            {
              id: newId(correction.askedAt.epochMilliseconds),
              network_id: network.id,
              transaction_id: transactionId,
              asked_by_organization_id: network.organizations.get(correction.askedBy) ?? "",
              asked_by: network.people.get(correction.person)?.id ?? null,
              reason: correction.reason,
              asked_at: correction.askedAt,
            },
          ]
        : [],
    ),
  );
  await recountLedger(tx);
}
