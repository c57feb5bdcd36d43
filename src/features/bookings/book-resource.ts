import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { answerFor } from "./answer-of.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import type { Book, Booking } from "./deciding/command.ts";
import { mayBookFor, mayRunDay } from "./policy.ts";
import { houseOf } from "./queries.ts";

export interface BookingRequest {
  resourceId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** `order` is time the house takes for its own work. */
  kind: "booking" | "maintenance" | "order";
  personId?: string | undefined;
  title?: string | undefined;
  note?: string | undefined;
  people?: number | undefined;
  /** Keep the time for ten minutes while a form is filled in. */
  isHold: boolean;
  /** Why a rule is gone past, for those at the desk. */
  overrideReason?: string | undefined;
}

/** Takes a time of a room, a desk or a machine, for oneself or, at the desk, for others. @throws Refusal any of `booking` */
export async function bookResource(
  { db, now }: Installation,
  claims: BookingClaims,
  actor: Actor,
  request: BookingRequest,
): Promise<Booking> {
  authorize(actor, true);
  const { spaceId, hostId } = found(await houseOf(db, request.resourceId));
  const personId = authorizeRequest(actor, request, hostId);
  const given = { spaceId, personId, isAtDesk: mayRunDay(actor, hostId), by: actor.personId, at: now() };
  return answerFor(db, actor.personId, personId, await claims.submit(commandOf(request, given)));
}

/** Whether the actor may ask for this; for whom it is. Nobody for what the house takes for itself. */
export function authorizeRequest(actor: SignedIn, request: BookingRequest, hostId: string): string | null {
  const isHouses = request.kind !== "booking";
  const personId = isHouses ? null : (request.personId ?? actor.personId);
  if (personId !== null) authorize(actor, mayBookFor(actor, personId, hostId));
  if (isHouses || request.overrideReason !== undefined) authorize(actor, mayRunDay(actor, hostId));
  return personId;
}

/** The request as it is decided. */
export function commandOf(request: BookingRequest, given: Pick<Book, "spaceId" | "personId" | "isAtDesk" | "by" | "at">): Book {
  const { resourceId, startsAt, endsAt, isHold } = request;
  return {
    ...given,
    kind: "book",
    bookingId: newId(),
    resourceId,
    as: request.kind,
    organizationId: null,
    startsAt,
    endsAt,
    title: request.title ?? null,
    note: request.note ?? null,
    people: request.people ?? null,
    isHold,
    override: request.overrideReason ?? null,
    seriesId: null,
  };
}
