import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

type PassParties = { personId: string; hostId: string; homeId: string };

/** Claims for oneself; a manager for members of the own organization; the operator for all. */
export function mayClaimFor(actor: Actor, personId: string, homeIds: string[]): boolean {
  return isPerson(actor, personId) || homeIds.some((homeId) => holdsRole(actor, "manager", homeId)) || isOperator(actor);
}

/** Through which of a person's homes their days are seen: one's own through all, another's through those one manages. */
export function homesSeenBy(actor: Actor, personId: string): string[] | "all" {
  if (actor.kind !== "person") return [];
  if (isPerson(actor, personId) || actor.isOperator) return "all";
  return actor.positions.map(({ organizationId }) => organizationId).filter((homeId) => holdsRole(actor, "manager", homeId));
}

/** Who sees a pass: its holder, those at the host's desk, those who run its home. */
export function maySeePass(actor: Actor, pass: PassParties): boolean {
  return isPerson(actor, pass.personId) || holdsRole(actor, "host", pass.hostId) || holdsRole(actor, "manager", pass.homeId);
}

/** Who gives a seat back: its holder, or those who run its home. */
export function mayCancelPass(actor: Actor, pass: PassParties): boolean {
  return isPerson(actor, pass.personId) || holdsRole(actor, "manager", pass.homeId);
}

/** Who lets guests in, answers those who ask first, and sees who comes. */
export function mayReceiveGuests(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "host", hostId);
}

/** Who decides how many guests a space takes. */
export function mayChangeGuestTerms(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "manager", hostId);
}

/** Who writes and publishes the agreement, closes periods and decides corrections. */
export function mayCoordinate(actor: Actor, networkId: string): boolean {
  return holdsRole(actor, "coordinator", networkId);
}

/** Who sees and disputes an organization's side of the ledger. */
export function maySeeSideOf(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId);
}

/** Who changes the key that signs passes. */
export function mayRotateKeys(actor: Actor): boolean {
  return isOperator(actor);
}

/** Who accepts a version for a space. */
export function mayAcceptAgreement(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId);
}

function isOperator(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}
