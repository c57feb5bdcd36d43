import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

/** Who holds events in an organization's name: those who manage it, and whoever coordinates it as a network. */
export function mayHoldEvents(actor: Actor, organizationId: string): boolean {
  return holdsRole(actor, "manager", organizationId) || holdsRole(actor, "coordinator", organizationId);
}

/** Who runs an event: whoever may hold events for one of its hosts. */
export function mayRunEvent(actor: Actor, hostIds: readonly string[]): boolean {
  return hostIds.some((hostId) => mayHoldEvents(actor, hostId));
}

/** Who says who holds an event: those of whoever leads; of another of its hosts, that host's own people too. */
export function mayChangeHosts(actor: Actor, hosts: readonly { id: string; leads: boolean }[], hostId?: string): boolean {
  const isHost = hosts.some(({ id }) => id === hostId);
  return (
    hosts.some(({ id, leads }) => leads && mayHoldEvents(actor, id)) || (isHost && hostId !== undefined && mayHoldEvents(actor, hostId))
  );
}

/** Who stands at the door: those who run it, and those at a host's desk. */
export function mayReceive(actor: Actor, hostIds: readonly string[]): boolean {
  return mayRunEvent(actor, hostIds) || hostIds.some((hostId) => holdsRole(actor, "host", hostId));
}

/** Who speaks for a company that registers: those who manage it, and whoever has a position there. */
export function maySpeakFor(actor: Actor, organizationId: string): boolean {
  return (
    mayHoldEvents(actor, organizationId) ||
    (actor.kind === "person" && actor.positions.some((position) => position.organizationId === organizationId))
  );
}

/** Who registers a person: the person, and those who run the event. */
export function mayRegister(actor: Actor, personId: string, hostIds: readonly string[]): boolean {
  return isPerson(actor, personId) || mayRunEvent(actor, hostIds) || (actor.kind === "person" && actor.isOperator);
}

/** Who changes a registration and takes it back. */
export function mayChangeRegistration(actor: Actor, registration: { personId: string; hostIds: readonly string[] }): boolean {
  return mayRegister(actor, registration.personId, registration.hostIds);
}
