import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Announced } from "../../../platform/outbox/subscription.ts";
import { writeCorrectionLetters } from "./correction-letters.ts";
import { writeSettlementLetters } from "./settlement-letters.ts";

/** Writes to those the ledger says something new of, but not to the one who did it. */
export async function writeLedgerLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  if (announced.topic === "settlement.closed") return writeSettlementLetters(tx, announced, installation);
  return writeCorrectionLetters(tx, announced, installation);
}
