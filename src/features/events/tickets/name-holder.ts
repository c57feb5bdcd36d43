import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { newPassCode } from "../../exchange/index.ts";
import { markUncounted } from "../counting/mark-uncounted.ts";
import { writeMovedLetter } from "../letters/place-letters.ts";
import { readerOfTicket } from "../letters/readers.ts";
import { mayChangeRegistration } from "../policy.ts";
import { eventRefusals } from "../refusals.ts";
import { holderIdOf } from "./holder-id.ts";
import { findTicket, lockTicket } from "./queries.ts";
import { ticketRefusals } from "./refusals.ts";
import { holderOnTicket } from "./ticket-token.ts";

/**
 * Says who comes on a ticket: a name for a company's place, or a colleague in somebody's stead. Whoever has an address is written to.
 * The token says the new name. Whoever had the place before is told that it is gone, and their code is nobody's any longer.
 * @throws Refusal ticket.not_valid, ticket.already_used, event.is_over
 */
export async function nameHolder(
  { db, now, settings }: Installation,
  actor: Actor,
  ticketId: string,
  holder: { name: string; email?: string | undefined },
): Promise<string> {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayChangeRegistration(actor, { personId: known.person_id, hostIds: known.host_ids }));
  const [ticket, at] = [found(known), now()];
  if (Temporal.Instant.compare(ticket.ends_at, at) <= 0) throw eventRefusals.isOver();
  const email = holder.email?.toLowerCase() ?? null;
  await db.transaction().execute(async (tx) => {
    const stands = await lockTicket(tx, ticket);
    if (stands.is_cancelled || stands.state === "cancelled") throw ticketRefusals.notValid();
    if (stands.checked_in_at !== null) throw ticketRefusals.alreadyUsed();
    const had = await readerOfTicket(tx, ticket.event_id, ticket.id);
    const isGivenOn = wasAnothers(stands, holder.name, email);
    const isSame = stands.holder_name !== null && !isGivenOn && email === stands.holder_email;
    const holderId = isSame ? stands.holder_id : await holderIdOf(tx, stands, { name: holder.name, email }, at);
    await tx
      .updateTable("tickets")
      .set({ holder_name: holder.name, holder_email: email, holder_id: holderId, ...(isGivenOn && { code: newPassCode() }) })
      .where("event_id", "=", ticket.event_id)
      .where("id", "=", ticket.id)
      .execute();
    if (holderId !== stands.holder_id) await markUncounted(tx, ticket.event_id);
    // the log keeps that it was given, not to whom
    const subject = { kind: "ticket", id: ticket.id };
    await audit(tx, { actor, at, action: "ticket.name_holder", subject, organizationId: ticket.host_ids[0] });
    const payload = { ticketId: ticket.id, eventId: ticket.event_id, registrationId: ticket.registration_id };
    if (had && had.email !== email) await writeMovedLetter(tx, { settings, now }, ticket.event_id, had, newId());
    await announce(tx, [{ at, topic: "ticket.named", organizationIds: ticket.host_ids, payload }]);
  });
  return ticket.registration_id;
}

// a name that is only written better is the same one's, and so is a place that gets an address
function wasAnothers(stands: { holder_name: string | null; holder_email: string | null }, name: string, email: string | null): boolean {
  if (stands.holder_name === null) return false;
  const isSameName = holderOnTicket(stands.holder_name) === holderOnTicket(name);
  return !isSameName || (stands.holder_email !== null && stands.holder_email !== email);
}
