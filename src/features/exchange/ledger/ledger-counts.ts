import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";

interface Booked {
  network_id: string;
  home_id: string;
  host_id: string;
  space_id: string;
  day: Day;
  days: number;
}

/** Adds a transaction of the ledger to the counts of its month. Whoever writes in the ledger calls this in the same transaction. */
export async function addToCounts(tx: Tx, { network_id, home_id, host_id, space_id, day, days }: Booked): Promise<void> {
  await tx
    .insertInto("ledger_counts")
    .values({ network_id, home_id, host_id, space_id, month: `${day.slice(0, 7)}-01`, days, transactions: 1 })
    .onConflict((conflict) =>
      conflict.constraint("ledger_counts_once").doUpdateSet({
        days: sql`ledger_counts.days + excluded.days`,
        transactions: sql`ledger_counts.transactions + excluded.transactions`,
      }),
    )
    .execute();
}

/** Counts the whole ledger anew, after rows were laid in it from elsewhere. */
export async function recountLedger(tx: Tx): Promise<void> {
  await tx.deleteFrom("ledger_counts").execute();
  await sql`
    insert into ledger_counts (network_id, home_id, host_id, space_id, month, days, transactions)
    select network_id, home_id, host_id, space_id, date_trunc('month', day)::date, sum(days), count(*)
    from ledger_transactions group by 1, 2, 3, 4, 5 on conflict do nothing`.execute(tx);
}
