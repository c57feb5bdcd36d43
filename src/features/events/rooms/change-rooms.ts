import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf } from "../queries.ts";
import { findTicket } from "../tickets/queries.ts";
import { ticketRefusals } from "../tickets/refusals.ts";
import { roomsOf, travellersOf } from "./queries.ts";
import { roomRefusals } from "./refusals.ts";

/** Rooms and those who come along, for those who run the event. */
export async function readRooms(db: Db, actor: Actor, idOrSlug: string) {
  const event = await runnable(db, actor, idOrSlug);
  const [rooms, travellers] = await Promise.all([roomsOf(db, event.id), travellersOf(db, event.id)]);
  return { rooms, travellers };
}

export interface NewRoom {
  place: string;
  name: string;
  beds: number;
}

/** Adds rooms people sleep in. @throws Refusal event_room.name_taken */
export async function addRooms({ db, now }: Installation, actor: Actor, idOrSlug: string, rooms: NewRoom[]): Promise<void> {
  const event = await runnable(db, actor, idOrSlug);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("event_rooms")
      .values(rooms.map((room) => ({ event_id: event.id, id: newId(), ...room })))
      .execute();
    await writeDeed(tx, actor, event, now(), { action: "event.add_rooms", details: { rooms: rooms.length } });
  });
}

/** Takes a room away nobody sleeps in. @throws Refusal event_room.in_use */
export async function removeRoom({ db, now }: Installation, actor: Actor, idOrSlug: string, roomId: string): Promise<void> {
  const event = await runnable(db, actor, idOrSlug);
  await db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom("event_rooms")
      .where("event_id", "=", event.id)
      .where("id", "=", roomId)
      .returning("id")
      .executeTakeFirst();
    found(gone);
    await writeDeed(tx, actor, event, now(), { action: "event.remove_room", details: { roomId } });
  });
}

/** Gives whoever comes on a ticket a bed in a room, or none. @throws Refusal event_room.full, ticket.not_valid */
export async function assignBed({ db, now }: Installation, actor: Actor, ticketId: string, roomId: string | null): Promise<void> {
  const ticket = await findTicket(db, ticketId);
  authorize(actor, ticket !== undefined && mayRunEvent(actor, ticket.host_ids));
  const { event_id: eventId, state, is_cancelled: isCancelled } = found(ticket);
  if (state !== "confirmed" || isCancelled) throw ticketRefusals.notValid();
  const event = found(await findEvent(db, eventId));
  await db.transaction().execute(async (tx) => {
    // one after the other in a room
    if (roomId !== null)
      await tx.selectFrom("event_rooms").select("id").where("event_id", "=", eventId).where("id", "=", roomId).forUpdate().execute();
    await tx.deleteFrom("event_beds").where("event_id", "=", eventId).where("ticket_id", "=", ticketId).execute();
    if (roomId !== null) {
      const room = found((await roomsOf(tx, eventId)).find(({ id }) => id === roomId));
      const bed = await freeBed(tx, eventId, room);
      await tx.insertInto("event_beds").values({ event_id: eventId, room_id: roomId, bed, ticket_id: ticketId }).execute();
    }
    await writeDeed(tx, actor, event, now(), { action: "event.assign_bed", details: { ticketId, roomId } });
  });
}

async function freeBed(tx: Tx, eventId: string, room: { id: string; beds: number }): Promise<number> {
  const taken = await tx.selectFrom("event_beds").select("bed").where("event_id", "=", eventId).where("room_id", "=", room.id).execute();
  const bed = Array.from({ length: room.beds }, (_, index) => index + 1).find((number) => !taken.some((one) => one.bed === number));
  if (bed === undefined) throw roomRefusals.full();
  return bed;
}

async function runnable(db: Db, actor: Actor, idOrSlug: string): Promise<EventRow> {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayRunEvent(actor, hostIdsOf(event)));
  return found(event);
}

type Deed = { action: "event.add_rooms" | "event.remove_room" | "event.assign_bed"; details: Record<string, unknown> };

async function writeDeed(tx: Tx, actor: Actor, event: EventRow, at: Temporal.Instant, { action, details }: Deed): Promise<void> {
  await audit(tx, { actor, at, action, subject: { kind: "event", id: event.id }, organizationId: hostIdsOf(event)[0], details });
}
