import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { holdEvent } from "../changing/hold-event.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf } from "../queries.ts";

/** What is done with a kind of ticket, for the log. */
export interface KindDeed {
  action: "event.add_kind" | "event.change_kind" | "event.close_kind" | "event.remove_kind";
  details: Record<string, unknown>;
}

/** An event for those who run it. */
export async function runnable(db: Db, actor: Actor, idOrSlug: string): Promise<EventRow> {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayRunEvent(actor, hostIdsOf(event)));
  return found(event);
}

type Write = (tx: Tx, event: EventRow, at: Temporal.Instant) => Promise<KindDeed | undefined>;

/**
 * Changes the tickets of an event that is not called off, while nobody is being registered for it.
 * @param expected the version of the event it was seen in. @param write says what was done; nothing, when it was so already
 */
export async function withinEvent(
  { db, now }: Installation,
  actor: Actor,
  { idOrSlug, expected }: { idOrSlug: string; expected?: number | undefined },
  write: Write,
): Promise<string> {
  const { id } = await runnable(db, actor, idOrSlug);
  const at = now();
  await db.transaction().execute((tx) => writeWithin(tx, actor, { id, expected }, at, write));
  return id;
}

/** The same, as a part of a transaction. @returns whether anything was done */
export async function writeWithin(
  tx: Tx,
  actor: Actor,
  { id, expected }: { id: string; expected?: number | undefined },
  at: Temporal.Instant,
  write: Write,
): Promise<boolean> {
  const event = await holdEvent(tx, id, expected);
  const deed = await write(tx, event, at);
  if (!deed) return false;
  await tx
    .updateTable("events")
    .set({ version: event.version + 1 })
    .where("id", "=", id)
    .execute();
  const organizationIds = hostIdsOf(event);
  await audit(tx, { actor, at, ...deed, subject: { kind: "event", id }, organizationId: organizationIds[0] });
  await announce(tx, [{ at, topic: "event.changed", organizationIds, payload: { eventId: id, fields: ["ticketTypes"], isTold: false } }]);
  return true;
}
