import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addPeople, findPeopleByAddress } from "../../organizations/index.ts";
import { claimPlaces } from "../claim-places.ts";
import { mayReceive } from "../policy.ts";
import { findEvent } from "../queries.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";
import { checkIn } from "./check-in.ts";
import type { TicketScan } from "./keep-scan.ts";

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
  authorize(
    actor,
    known !== undefined &&
      mayReceive(
        actor,
        known.hosts.map(({ id }) => id),
      ),
  );
  const registration = await claimPlaces(claims, {
    kind: "register",
    registrationId: newId(),
    eventId: found(known).id,
    ticketTypeId: given.ticketTypeId,
    otherTypeIds: [],
    quantity: 1,
    acceptsFewer: false,
    wait: false,
    isHold: false,
    isPastList: false,
    accessCode: null,
    personId: await personAt(installation, given),
    organizationId: null,
    by: actor.personId,
    at: installation.now(),
  });
  const ticketId = found(registration.tickets[0]).id;
  await checkIn(installation, actor, ticketId, given.scan);
  return ticketId;
}

async function personAt({ db, now }: Installation, { name, email }: WalkIn): Promise<string> {
  const address = email.toLowerCase();
  const known = (await findPeopleByAddress(db, [address])).get(address);
  if (known) return known.id;
  const id = newId();
  await addPeople(db, [{ id, name, email: address }], now());
  return id;
}
