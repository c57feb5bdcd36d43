import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { mayChangeRegistration, mayRunEvent } from "./policy.ts";
import { findRegistration, type RegistrationRow } from "./queries.ts";
import { eventRefusals } from "./refusals.ts";
import type { RegistrationClaims } from "./registering/registration-claims.ts";

/** Gives places back, or the place on the list; those who wait are asked at once. Done before, it is answered as it stands. */
export async function cancelRegistration(installation: Installation, claims: RegistrationClaims, actor: Actor, id: string): Promise<void> {
  const row = await changeable(installation, actor, id);
  const answer = await claims.submit({
    kind: "end",
    registrationId: row.id,
    eventId: row.event_id,
    ending: "cancelled",
    from: ["held", "waiting", "confirmed"],
    by: actorId(actor),
    at: installation.now(),
  });
  if (answer.kind === "refused") throw answer.refusal;
}

/** Takes the places that are held for somebody: a form that is filled in, or an offer. @throws Refusal event.not_held */
export async function confirmRegistration(installation: Installation, claims: RegistrationClaims, actor: Actor, id: string): Promise<void> {
  const row = await changeable(installation, actor, id);
  const answer = await claims.submit({
    kind: "confirm",
    isApproval: actorId(actor) !== row.person_id,
    registrationId: row.id,
    eventId: row.event_id,
    by: actorId(actor),
    at: installation.now(),
  });
  if (answer.kind === "refused") throw answer.refusal;
}

/** Says no to somebody who asks to come, in words they are told. @throws Refusal event.not_asked */
export async function refuseRegistration(
  installation: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  const row = await findRegistration(installation.db, id);
  authorize(actor, row !== undefined && mayRunEvent(actor, row.host_ids));
  const { id: registrationId, event_id: eventId, asked_at: askedAt } = found(row);
  if (askedAt === null) throw eventRefusals.notAsked();
  const how = { ending: "refused" as const, from: ["held" as const], reason };
  const answer = await claims.submit({ kind: "end", registrationId, eventId, ...how, by: actorId(actor), at: installation.now() });
  if (answer.kind === "refused") throw answer.refusal;
}

/** Lets somebody in who asks to come. @throws Refusal event.not_held, event.not_asked */
export async function approveRegistration(installation: Installation, claims: RegistrationClaims, actor: Actor, id: string): Promise<void> {
  const row = await findRegistration(installation.db, id);
  authorize(actor, row !== undefined && mayRunEvent(actor, row.host_ids));
  const { id: registrationId, event_id: eventId, asked_at: askedAt } = found(row);
  if (askedAt === null) throw eventRefusals.notAsked();
  const command = { registrationId, eventId, isApproval: true, by: actorId(actor), at: installation.now() };
  const answer = await claims.submit({ kind: "confirm", ...command });
  if (answer.kind === "refused") throw answer.refusal;
}

async function changeable({ db }: Installation, actor: Actor, id: string): Promise<RegistrationRow> {
  const row = await findRegistration(db, id);
  authorize(actor, row !== undefined && mayChangeRegistration(actor, { personId: row.person_id, hostIds: row.host_ids }));
  return found(row);
}

function actorId(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}
