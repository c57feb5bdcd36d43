import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";

/**
 * Says that who comes to an event has changed since it was counted. Every write of registrations or tickets says so in its own
 * transaction: a row of its own, so that nobody waits for another at a door.
 */
export async function markUncounted(tx: Tx, eventId: string): Promise<void> {
  await tx.insertInto("event_uncounted").values({ event_id: eventId, id: newId() }).execute();
}
