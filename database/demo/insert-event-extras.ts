import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt } from "./calendar.ts";
import { insertMany } from "./insert-all.ts";
import type { HeldEvents } from "./insert-events.ts";
import { insertPartners } from "./insert-partners.ts";
import type { Demo } from "./read.ts";

/** Partners of events and festivals, and the rooms of journeys with those who sleep in them. */
export async function insertEventExtras(tx: Tx, demo: Demo, held: HeldEvents, now: Temporal.Instant): Promise<void> {
  const parents = new Map((await tx.selectFrom("event_parents").select(["id", "slug"]).execute()).map(({ id, slug }) => [slug, id]));
  const today = calendarAt(now).today;
  const shown = <Partner extends { level: string }>(partner: Partner) => ({
    ...partner,
    exposures: [
      { kind: "event_page" as const, day: today.subtract({ days: 12 }) },
      ...(partner.level === "main" ? [{ kind: "letter" as const, day: today.subtract({ days: 3 }), seenBy: 214 }] : []),
    ],
  });
  const ofEvents = demo.events.flatMap(({ slug, partners }) =>
    partners.map((one) => ({ ...shown(one), eventId: held.get(slug)?.eventId ?? null, parentId: null })),
  );
  const ofParents = demo.eventParents.flatMap(({ slug, partners }) =>
    partners.map((one) => ({ ...shown(one), eventId: null, parentId: parents.get(slug) ?? null })),
  );
  await insertPartners(tx, [...ofEvents, ...ofParents], now.subtract({ hours: 24 * 12 }));
  await insertRooms(tx, demo, held);
}

async function insertRooms(tx: Tx, demo: Demo, held: HeldEvents): Promise<void> {
  for (const { slug, rooms } of demo.events.filter((event) => event.rooms.length > 0)) {
    const eventId = held.get(slug)?.eventId ?? "";
    const made = rooms.map((room) => ({ event_id: eventId, id: newId(), ...room }));
    await insertMany(tx, "event_rooms", made);
    const tickets = await tx
      .selectFrom("tickets as k")
      .innerJoin("ticket_types as t", "t.id", "k.ticket_type_id")
      .select(["k.id", "t.place_in_order"])
      .where("k.event_id", "=", eventId)
      .orderBy("k.id")
      .execute();
    // the first kind of ticket is a bed in a room for two, the other a room for oneself; one of each has no bed yet
    const beds = [2, 1].flatMap((size, kind) => {
      const free = made
        .filter((room) => room.beds === size)
        .flatMap(({ id }) => Array.from({ length: size }, (_, index) => ({ room_id: id, bed: index + 1 })));
      const guests = tickets.filter((ticket) => ticket.place_in_order === kind).slice(0, -1);
      return guests.flatMap(({ id }, index) => (free[index] ? [{ event_id: eventId, ...free[index], ticket_id: id }] : []));
    });
    await insertMany(tx, "event_beds", beds);
  }
}
