import { type Actor, holdsRole, isPerson } from "../../platform/access/actor.ts";

type Parties = { personId: string | null; organizationId: string | null; hostId: string };

/** Who books for whom: oneself; those at the desk of the house for anyone. */
export function mayBookFor(actor: Actor, personId: string, hostId: string): boolean {
  return isPerson(actor, personId) || holdsRole(actor, "host", hostId);
}

/** Who blocks time for maintenance, approves, refuses and goes past rules with a reason: those at the desk of the house. */
export function mayRunDay(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "host", hostId);
}

/** Who sees what a booking is about: whose it is, those who manage the company it is for, and the desk. Others see taken time. */
export function maySeeBooking(actor: Actor, { personId, organizationId, hostId }: Parties): boolean {
  return (
    (personId !== null && isPerson(actor, personId)) ||
    (organizationId !== null && holdsRole(actor, "manager", organizationId)) ||
    holdsRole(actor, "host", hostId)
  );
}

/** Whether somebody acts for the house on what others have booked: neither theirs, nor of a company they manage. */
export function actsForHouse(actor: Actor, { personId, organizationId, hostId }: Parties): boolean {
  const isTheirs = personId !== null && isPerson(actor, personId);
  const isCompanys = organizationId !== null && holdsRole(actor, "manager", organizationId);
  return !isTheirs && !isCompanys && holdsRole(actor, "host", hostId);
}

/** Who moves a booking or gives its time back: those who see it. */
export const mayChangeBooking = maySeeBooking;
