import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addPeople, findPeopleByAddress, tellerOf } from "../../organizations/index.ts";
import { claimPlaces } from "../claim-places.ts";
import { mayReceive } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import type { Registration } from "../registering/command.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";
import { checkIn } from "./check-in.ts";
import type { TicketScan } from "./keep-scan.ts";
import { ticketOfScan } from "./queries.ts";

export interface WalkIn {
  name: string;
  email: string;
  ticketTypeId: string;
  scan: TicketScan;
}

/**
 * Registers somebody who stands at the door, and lets them in at once, when there is a place that nobody on the list wants. Sent
 * again, it is answered with the same ticket. @returns the ticket's id. @throws Refusal event.sold_out and what else `event` refuses
 */
export async function walkIn(
  installation: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  idOrSlug: string,
  given: WalkIn,
): Promise<string> {
  const known = await findEvent(installation.db, idOrSlug);
  authorize(actor, known !== undefined && mayReceive(actor, hostIdsOf(known)));
  const event = found(known);
  const before = await ticketOfScan(installation.db, event.id, given.scan.nonce);
  if (before !== undefined) return before;
  const { tickets } = await placeFor(installation, claims, actor.personId, event.id, given);
  const ticketId = found(tickets.find(({ isUsed }) => !isUsed) ?? tickets[0]).id;
  await checkIn(installation, actor, ticketId, given.scan);
  return ticketId;
}

/** A place of their own: a new one, or the one they have, also when it was only held for them. */
async function placeFor(
  installation: Installation,
  claims: RegistrationClaims,
  by: string,
  eventId: string,
  given: WalkIn,
): Promise<Registration> {
  const at = installation.now();
  const personId = await personAt(installation, given);
  const registration = await claimPlaces(installation.db, claims, {
    kind: "register",
    registrationId: newId(),
    eventId,
    ticketTypeId: given.ticketTypeId,
    otherTypeIds: [],
    quantity: 1,
    acceptsFewer: false,
    wait: false,
    isHold: false,
    isPastList: false,
    isByHost: true,
    answers: {},
    accessCode: null,
    personId,
    organizationId: null,
    by,
    at,
  });
  // who stands on the list is asked when it is their turn
  if (registration.state === "waiting") throw eventRefusals.soldOut();
  if (registration.state === "confirmed") return registration;
  const taken = await claims.submit({ kind: "confirm", isApproval: true, registrationId: registration.id, eventId, by, at });
  if (taken.kind === "refused") throw (await tellerOf(installation.db, by, personId))(taken.refusal);
  return registration;
}

async function personAt({ db, now }: Installation, { name, email }: WalkIn): Promise<string> {
  const address = email.toLowerCase();
  const known = (await findPeopleByAddress(db, [address])).get(address);
  if (known) return known.id;
  const id = newId();
  await addPeople(db, [{ id, name, email: address }], now());
  return id;
}
