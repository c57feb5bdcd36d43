import type { Tx } from "../../../platform/database/database.ts";
import type { TicketRow } from "./queries.ts";
import { ticketRefusals } from "./refusals.ts";

/** What a phone at a door saw. */
export interface TicketScan {
  /** Made by the phone: a scan sent twice is one scan. */
  nonce: string;
  /** When the phone saw the code; it may be sent later. */
  scannedAt: Temporal.Instant;
  door?: string | undefined;
  reason?: string | undefined;
}

type Kept = { kind: "check_in" | "check_out" | "undo"; counted: boolean; by: string; at: Temporal.Instant };

/**
 * Keeps a new scan; a nonce seen before is the same scan again. @returns whether it was new
 * @throws Refusal ticket.nonce_reused when the nonce was used for something else
 */
export async function keepScan(tx: Tx, ticket: TicketRow, scan: TicketScan, { kind, counted, by, at }: Kept): Promise<boolean> {
  const kept = await tx
    .insertInto("ticket_scans")
    .values({
      event_id: ticket.event_id,
      nonce: scan.nonce,
      ticket_id: ticket.id,
      kind,
      counted,
      scanned_at: scan.scannedAt,
      received_at: at,
      door: scan.door ?? null,
      scanned_by: by,
      reason: scan.reason ?? null,
    })
    .onConflict((conflict) => conflict.columns(["event_id", "nonce"]).doNothing())
    .returning("nonce")
    .executeTakeFirst();
  if (kept) return true;
  const before = await tx
    .selectFrom("ticket_scans")
    .select(["ticket_id", "kind"])
    .where("event_id", "=", ticket.event_id)
    .where("nonce", "=", scan.nonce)
    .executeTakeFirstOrThrow();
  if (before.ticket_id !== ticket.id || before.kind !== kind) throw ticketRefusals.nonceReused();
  return false;
}
