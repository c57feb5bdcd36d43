import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { mayReceive } from "../policy.ts";
import { findTicket, lockTicket } from "../tickets/queries.ts";
import { ticketRefusals } from "../tickets/refusals.ts";
import { findSession } from "./queries.ts";

export interface SessionScan {
  /** Made by the phone: a scan sent twice is one scan. */
  nonce: string;
  scannedAt: Temporal.Instant;
  door?: string | undefined;
}

/**
 * Counts somebody into a session, once. The limit of a session refuses nobody at its door: how many are there is told instead.
 * @throws Refusal a ticket that is not valid, a scan from the future
 */
export async function enterSession({ db, now }: Installation, actor: Actor, ticketId: string, sessionId: string, scan: SessionScan) {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayReceive(actor, known.host_ids));
  const [ticket, at] = [found(known), now()];
  const eventId = ticket.event_id;
  found(await findSession(db, eventId, sessionId));
  if (Temporal.Instant.compare(scan.scannedAt, at.add({ hours: 1 })) > 0) throw ticketRefusals.scannedAhead();
  const first = await db.transaction().execute(async (tx) => {
    const stands = await lockTicket(tx, ticket);
    if (stands.is_cancelled || stands.state !== "confirmed") throw ticketRefusals.notValid();
    const kept = await tx
      .insertInto("session_attendances")
      .values({
        ...{ event_id: eventId, session_id: sessionId, ticket_id: ticketId },
        ...{ nonce: scan.nonce, scanned_at: scan.scannedAt, received_at: at, door: scan.door ?? null, scanned_by: actor.personId },
      })
      .onConflict((conflict) => conflict.constraint("session_attendances_once").doNothing())
      .returning(["nonce", "scanned_at"])
      .executeTakeFirst();
    if (kept) {
      const subject = { kind: "ticket", id: ticketId };
      const details = { eventId, sessionId, scannedAt: scan.scannedAt, door: scan.door };
      await audit(tx, { actor, at, action: "ticket.enter_session", subject, organizationId: ticket.host_ids[0], details });
      await announce(tx, [
        { at, topic: "ticket.entered_session", organizationIds: ticket.host_ids, payload: { ticketId, eventId, sessionId } },
      ]);
    }
    return (
      kept ??
      (await tx
        .selectFrom("session_attendances")
        .select(["nonce", "scanned_at"])
        .where("event_id", "=", eventId)
        .where("session_id", "=", sessionId)
        .where("ticket_id", "=", ticketId)
        .executeTakeFirstOrThrow())
    );
  });
  const session = found(await findSession(db, eventId, sessionId));
  return { ticket, session, firstScannedAt: first.scanned_at, isDouble: first.nonce !== scan.nonce };
}
