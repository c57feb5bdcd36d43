import type { Actor } from "../../../../platform/access/actor.ts";
import { authorize, found } from "../../../../platform/access/authorize.ts";
import { audit } from "../../../../platform/audit.ts";
import type { Db } from "../../../../platform/database/database.ts";
import { newId } from "../../../../platform/database/id.ts";
import type { Installation } from "../../../../platform/installation.ts";
import { announce } from "../../../../platform/outbox.ts";
import { mayReceive } from "../../policy.ts";
import { findEvent, hostIdsOf } from "../../queries.ts";
import { findTicket, lockTicket, scansOf } from "../queries.ts";
import { type DoubleRow, doublesOf } from "./queries.ts";
import { doubleRefusals } from "./refusals.ts";
import type { SettledAs } from "./settlement.ts";

/** The tickets of an event that were used twice, for those at its doors. */
export async function readDoubles(db: Db, actor: Actor, idOrSlug: string): Promise<DoubleRow[]> {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayReceive(actor, hostIdsOf(event)));
  return doublesOf(db, found(event).id);
}

export interface Settlement {
  /** The nonce of the scan that stands. */
  stands: string;
  as: SettledAs;
  note?: string | undefined;
}

/** Says which scan of a ticket that was used twice stands, and what the other one was. @throws Refusal ticket_double.is_none */
export async function settleDouble({ db, now }: Installation, actor: Actor, ticketId: string, given: Settlement): Promise<void> {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayReceive(actor, known.host_ids));
  const [ticket, at] = [found(known), now()];
  await db.transaction().execute(async (tx) => {
    const stands = await lockTicket(tx, ticket);
    const scans = await scansOf(tx, ticket);
    if (scans.every(({ counted }) => counted)) throw doubleRefusals.isNone();
    const chosen = found(scans.find(({ nonce }) => nonce === given.stands));
    await tx
      .insertInto("ticket_settlements")
      .values({
        ...{ event_id: ticket.event_id, id: newId(), ticket_id: ticket.id, stands: given.stands },
        ...{ settled_as: given.as, note: given.note || null, settled_at: at, settled_by: actor.personId },
      })
      .execute();
    // somebody came in either way: when, is as the scan that stands says
    if (stands.checked_in_at !== null)
      await tx
        .updateTable("tickets")
        .set({ checked_in_at: chosen.scanned_at })
        .where("event_id", "=", ticket.event_id)
        .where("id", "=", ticket.id)
        .execute();
    const { event_id: eventId, registration_id: registrationId, host_ids: organizationIds } = ticket;
    await audit(tx, {
      ...{ actor, at, action: "ticket.settle_double", subject: { kind: "ticket", id: ticket.id }, organizationId: organizationIds[0] },
      details: { eventId, as: given.as, stands: given.stands, door: chosen.door },
    });
    await announce(tx, [
      { at, topic: "ticket.double_settled", organizationIds, payload: { ticketId: ticket.id, eventId, registrationId } },
    ]);
  });
}
