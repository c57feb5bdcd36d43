import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** All live messages travel on one channel of the database. */
export const liveChannel = "romslig_live";

// PostgreSQL carries less than 8000 bytes
const longestMessage = 7_000;

/**
 * Tells everyone who follows the channel, in whatever process, when the transaction commits. A hint to look again, not the
 * thing itself: ids and counts, no personal data.
 */
export async function publish(tx: Db, channel: string, payload: unknown): Promise<void> {
  const message = JSON.stringify({ channel, payload });
  if (Buffer.byteLength(message) > longestMessage) throw new Error(`A live message on ${channel} is too long; send ids and let them look`);
  await sql`select pg_notify(${liveChannel}, ${message})`.execute(tx);
}
