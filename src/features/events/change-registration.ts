import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { mayChangeRegistration } from "./policy.ts";
import { findRegistration, type RegistrationRow } from "./queries.ts";
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
    registrationId: row.id,
    eventId: row.event_id,
    by: actorId(actor),
    at: installation.now(),
  });
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
