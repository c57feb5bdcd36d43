import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/**
 * Locks a network's ledger until the transaction ends: shared by those who book, alone by who closes a period. Whoever
 * closes waits for bookings under way and takes them in; a booking that comes later waits, and goes to the next period.
 */
export async function lockLedger(tx: Tx, networkId: string, how: "shared" | "alone"): Promise<void> {
  const lock = sql.raw(how === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock");
  await sql`select ${lock}(hashtextextended(${`ledger ${networkId}`}, 0))`.execute(tx);
}
