import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";
import type { OrganizationKind } from "./organization.ts";
import { type PositionRole, positionRoles, tellingRoles } from "./position.ts";

/** What a rule needs to know of an organization. */
export type Governed = { id: string; enteredByNetworkId: string | null; isManaged: boolean };

/** The operator adds any; a coordinator those the network recruits, but no further networks. */
export function mayAddOrganization(actor: Actor, networkId: string | undefined, kinds: readonly OrganizationKind[]): boolean {
  if (actor.kind !== "person") return false;
  return actor.isOperator || (networkId !== undefined && holdsRole(actor, "coordinator", networkId) && !kinds.includes("network"));
}

/** Its manager; and until it has one, whoever coordinates or manages what entered it: a network, or an incubator its startups. */
export function mayEditOrganization(actor: Actor, organization: Governed): boolean {
  return holdsRole(actor, "manager", organization.id) || isKeptBy(actor, organization);
}

/** Whoever edits it; and the logo and colour of a network its coordinator. */
export function mayChangeLook(actor: Actor, organization: Governed): boolean {
  return mayEditOrganization(actor, organization) || holdsRole(actor, "coordinator", organization.id);
}

/** The roles the actor may grant and end at the organization. Only an operator makes an operator. */
export function grantableRoles(actor: Actor, organization: Governed): PositionRole[] {
  if (actor.kind !== "person") return [];
  if (actor.isOperator) return [...positionRoles];
  if (holdsRole(actor, "owner", organization.id)) return positionRoles.filter((role) => role !== "operator");
  if (holdsRole(actor, "manager", organization.id)) return ["manager", "host", "member", ...tellingRoles];
  return isKeptBy(actor, organization) ? ["contact"] : [];
}

/** Whoever may grant the role, and the holder, who may always leave. */
export function mayEndPosition(actor: Actor, organization: Governed, position: { role: string; personId: string }): boolean {
  return isPerson(actor, position.personId) || grantableRoles(actor, organization).some((role) => role === position.role);
}

/** Those who work with people there see everyone and their addresses. */
export function maySeeEveryone(actor: Actor, organization: Governed): boolean {
  return holdsRole(actor, "manager", organization.id) || isKeptBy(actor, organization);
}

/** The organizations whose people the actor may list, or "all" for the operator. */
export function organizationsManaged(actor: Actor): "all" | string[] {
  if (actor.kind !== "person") return [];
  if (actor.isOperator) return "all";
  return actor.positions.filter(({ role }) => role === "owner" || role === "manager").map(({ organizationId }) => organizationId);
}

export function mayAddPerson(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}

export function mayEditPerson(actor: Actor, personId: string): boolean {
  return isPerson(actor, personId) || mayChangeEmail(actor);
}

/** A changed address could be that of somebody who has not signed in yet: the operator changes it, nobody oneself. */
export function mayChangeEmail(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}

export function mayNameInstallation(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}

function isKeptBy(actor: Actor, { enteredByNetworkId, isManaged }: Governed): boolean {
  return !isManaged && enteredByNetworkId !== null && runs(actor, enteredByNetworkId);
}

function runs(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "coordinator", organizationId) || holdsRole(actor, "manager", organizationId);
}
