import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt } from "./calendar.ts";
import { insertMany } from "./insert-all.ts";
import type { HeldEvents } from "./insert-events.ts";
import type { Demo } from "./read.ts";

/** Partners of events and festivals, and the rooms of journeys with those who sleep in them. */
export async function insertEventExtras(tx: Tx, demo: Demo, held: HeldEvents, now: Temporal.Instant): Promise<void> {
  const parents = new Map((await tx.selectFrom("event_parents").select(["id", "slug"]).execute()).map(({ id, slug }) => [slug, id]));
  await insertPartners(tx, demo, held, parents, now);
  await insertRooms(tx, demo, held);
}

async function insertPartners(
  tx: Tx,
  demo: Demo,
  held: HeldEvents,
  parents: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): Promise<void> {
  const at = now.subtract({ hours: 24 * 12 });
  const partners = [
    ...demo.events.flatMap((event) =>
      event.partners.map((one) => ({ ...one, event_id: held.get(event.slug)?.eventId ?? null, parent_id: null })),
    ),
    ...demo.eventParents.flatMap((parent) =>
      parent.partners.map((one) => ({ ...one, event_id: null, parent_id: parents.get(parent.slug) ?? null })),
    ),
  ].map((one) => ({ id: newId(), ...one }));
  await insertMany(
    tx,
    "event_partners",
    partners.map(({ id, event_id, parent_id, name, website, level }) => ({
      ...{ id, event_id, parent_id, name, website: website ?? null, level, added_at: at },
    })),
  );
  const today = calendarAt(now).today;
  await insertMany(
    tx,
    "partner_exposures",
    partners.flatMap(({ id, level }) => [
      exposure(id, "event_page", today.subtract({ days: 12 })),
      ...(level === "main" ? [exposure(id, "letter", today.subtract({ days: 3 }), 214)] : []),
    ]),
  );

  function exposure(partnerId: string, kind: string, day: Temporal.PlainDate, seenBy: number | null = null) {
    return { id: newId(), partner_id: partnerId, kind, shown_on: day.toString(), seen_by: seenBy, written_at: at };
  }
}

async function insertRooms(tx: Tx, demo: Demo, held: HeldEvents): Promise<void> {
  for (const { slug, rooms } of demo.events.filter((event) => event.rooms.length > 0)) {
    const eventId = held.get(slug)?.eventId ?? "";
    const tickets = await tx
      .selectFrom("tickets")
      .select("id")
      .where("event_id", "=", eventId)
      .orderBy("ticket_type_id")
      .orderBy("id")
      .execute();
    const made = rooms.map((room) => ({ event_id: eventId, id: newId(), ...room }));
    await insertMany(tx, "event_rooms", made);
    const beds = made.flatMap(({ id, beds: count }) =>
      Array.from({ length: count }, (_, index) => ({ event_id: eventId, room_id: id, bed: index + 1 })),
    );
    // two have not been given a bed yet
    await insertMany(
      tx,
      "event_beds",
      tickets.slice(0, -2).flatMap(({ id }, index) => (beds[index] ? [{ ...beds[index], ticket_id: id }] : [])),
    );
  }
}
