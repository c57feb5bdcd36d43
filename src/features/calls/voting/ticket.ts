import { createPublicKey } from "node:crypto";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { verifyTicket } from "../../events/index.ts";
import { readCode, type SigningKeys } from "../../exchange/index.ts";

export interface VotingTicket {
  id: string;
  isCheckedIn: boolean;
}

/** The ticket to an event somebody holds up: by the signed text of its QR code, or by the letters below it. */
export async function findVotingTicket(db: Db | Tx, keys: SigningKeys, eventId: string, shown: string): Promise<VotingTicket | undefined> {
  const published = new Map((await keys.published()).map(({ id, key }) => [id, createPublicKey({ key, format: "jwk" })]));
  const proof = verifyTicket(shown, (id) => published.get(id));
  if (proof && proof.eventId !== eventId) return undefined;
  const row = await db
    .selectFrom("tickets")
    .select(["id", "checked_in_at"])
    .where("event_id", "=", eventId)
    .where("is_cancelled", "=", false)
    .where(proof ? "id" : "code", "=", proof ? proof.ticketId : readCode(shown))
    .executeTakeFirst();
  return row && { id: row.id, isCheckedIn: row.checked_in_at !== null };
}
