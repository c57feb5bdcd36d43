import { type Actor, holdsRole, isPerson } from "../../../platform/access/actor.ts";

/** Who makes, sees and removes a feed: of one's own bookings oneself, of a room or a house those at its desk. */
export function mayKeepFeed(actor: Actor, { personId, hostId }: { personId: string | null; hostId: string | null }): boolean {
  return (personId !== null && isPerson(actor, personId)) || (hostId !== null && holdsRole(actor, "host", hostId));
}
