import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { PassRow } from "../queries.ts";
import { addToCounts } from "./ledger-counts.ts";
import { lockLedger } from "./lock-ledger.ts";

/** Books a day given by the host and received by the home. Both sides are read from the one row (view ledger_entries). */
export async function bookDay(tx: Tx, pass: PassRow, at: Temporal.Instant): Promise<void> {
  await lockLedger(tx, pass.network_id, "shared");
  await tx
    .insertInto("ledger_transactions")
    .values({
      id: newId(),
      network_id: pass.network_id,
      host_id: pass.host_id,
      home_id: pass.home_id,
      space_id: pass.space_id,
      pass_id: pass.id,
      day: pass.day,
      days: 1,
      amount_ore: pass.price_ore,
      over_quota: pass.price_ore > 0,
      booked_at: at,
    })
    .execute();
  await addToCounts(tx, { ...pass, days: 1 });
}

/** Reverses the pass's standing entry. What was booked stays to be read; in a closed period the reversal counts in the next. */
export async function reverseDay(
  tx: Tx,
  pass: Pick<PassRow, "space_id" | "id" | "network_id">,
  at: Temporal.Instant,
  reason: string,
): Promise<void> {
  await lockLedger(tx, pass.network_id, "shared");
  const standing = await tx
    .selectFrom("ledger_transactions as t")
    .selectAll("t")
    .where("t.space_id", "=", pass.space_id)
    .where("t.pass_id", "=", pass.id)
    .where("t.days", "=", 1)
    .where((where) =>
      where.not(where.exists(where.selectFrom("ledger_transactions as r").select("r.id").whereRef("r.reverses_id", "=", "t.id"))),
    )
    .executeTakeFirst();
  if (!standing) return;
  await tx
    .insertInto("ledger_transactions")
    .values({
      ...standing,
      id: newId(),
      days: -1,
      amount_ore: -standing.amount_ore,
      booked_at: at,
      reverses_id: standing.id,
      reason,
      period_id: null,
    })
    .execute();
  await addToCounts(tx, { ...standing, days: -1 });
}
