import { type Actor, holdsRole } from "../../../platform/access/actor.ts";

/** Who says which other calendars take time of what can be booked, and sees where they meet bookings: those who manage the house. */
export function mayKeepOutsideCalendars(actor: Actor, hostId: string): boolean {
  return holdsRole(actor, "manager", hostId);
}
