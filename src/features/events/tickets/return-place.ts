import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayChangeRegistration } from "../policy.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";
import { findTicket } from "./queries.ts";

/**
 * Gives one place of a registration back; those who wait are asked at once. @returns the registration's id.
 * @throws Refusal ticket.not_valid, ticket.used_stays, event.is_over
 */
export async function returnPlace({ db, now }: Installation, claims: RegistrationClaims, actor: Actor, ticketId: string): Promise<string> {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayChangeRegistration(actor, { personId: known.person_id, hostIds: known.host_ids }));
  const { registration_id: registrationId, event_id: eventId } = found(known);
  const answer = await claims.submit({ kind: "return", registrationId, eventId, ticketId, by: actor.personId, at: now() });
  if (answer.kind === "refused") throw answer.refusal;
  return registrationId;
}
