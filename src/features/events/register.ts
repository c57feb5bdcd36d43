import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { claimPlaces } from "./claim-places.ts";
import { mayRegister, maySpeakFor } from "./policy.ts";
import { findEvent, hostIdsOf } from "./queries.ts";
import type { AnswerValue } from "./questions/question.ts";
import type { Register, Registration } from "./registering/command.ts";
import type { RegistrationClaims } from "./registering/registration-claims.ts";

export interface RegistrationRequest {
  /** Id or slug. */
  event: string;
  ticketTypeId: string;
  otherTypeIds: string[];
  quantity: number;
  acceptsFewer: boolean;
  wait: boolean;
  hold: boolean;
  accessCode?: string | undefined;
  /** By the keys of the questions. */
  answers?: Record<string, AnswerValue> | undefined;
  personId?: string | undefined;
  /** The company it is for and that pays. */
  organizationId?: string | undefined;
}

/**
 * Takes places at an event, or a place on its waiting list. The same person asking again for the same kind of ticket is told what
 * they have. @throws Refusal any of `event`
 */
export async function register(
  { db, now }: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  request: RegistrationRequest,
): Promise<Registration> {
  authorize(actor, true);
  const personId = request.personId ?? actor.personId;
  const eventId = await eventIdOf(db, request.event);
  if (!mayRegister(actor, personId, [])) {
    const event = await findEvent(db, eventId);
    authorize(actor, event !== undefined && mayRegister(actor, personId, hostIdsOf(event)));
  }
  const { organizationId = null } = request;
  if (organizationId !== null) authorize(actor, maySpeakFor(actor, organizationId));
  const command: Register = {
    kind: "register",
    registrationId: newId(),
    eventId,
    ticketTypeId: request.ticketTypeId,
    otherTypeIds: request.otherTypeIds,
    quantity: request.quantity,
    acceptsFewer: request.acceptsFewer,
    wait: request.wait,
    isHold: request.hold,
    isPastList: false,
    isByHost: personId !== actor.personId,
    accessCode: request.accessCode ?? null,
    answers: request.answers ?? {},
    personId,
    organizationId,
    by: actor.personId,
    at: now(),
  };
  return claimPlaces(db, claims, command);
}

const idForm = /^[0-9a-f]{8}-/i;

// an id needs no look-up: the decision itself says whether there is such an event
async function eventIdOf(db: Installation["db"], idOrSlug: string): Promise<string> {
  if (idForm.test(idOrSlug) && idOrSlug.length === 36) return idOrSlug.toLowerCase();
  return found(await findEvent(db, idOrSlug)).id;
}
