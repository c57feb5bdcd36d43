import { createPublicKey } from "node:crypto";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { verifyTicket } from "../../events/index.ts";
import { readCode, type SigningKeys } from "../../exchange/index.ts";

export interface VotingTicket {
  id: string;
  isCheckedIn: boolean;
}

/** What the signed text of a QR code or the letters below it say of a ticket. */
export type Shown = { eventId: string; ticketId: string } | { code: string };

/** Reads what somebody holds up. */
export async function readShown(keys: SigningKeys, shown: string): Promise<Shown> {
  const published = new Map((await keys.published()).map(({ id, key }) => [id, createPublicKey({ key, format: "jwk" })]));
  return verifyTicket(shown, (id) => published.get(id)) ?? { code: readCode(shown) };
}

/** The ticket to an event that is shown, unless it has been cancelled. */
export async function findVotingTicket(db: Db | Tx, eventId: string, shown: Shown): Promise<VotingTicket | undefined> {
  if ("eventId" in shown && shown.eventId !== eventId) return undefined;
  const row = await db
    .selectFrom("tickets")
    .select(["id", "checked_in_at"])
    .where("event_id", "=", eventId)
    .where("is_cancelled", "=", false)
    .where("ticketId" in shown ? "id" : "code", "=", "ticketId" in shown ? shown.ticketId : shown.code)
    .executeTakeFirst();
  return row && { id: row.id, isCheckedIn: row.checked_in_at !== null };
}
