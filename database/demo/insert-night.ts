import { newPassCode } from "../../src/features/exchange/day-pass.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { chance } from "./chance.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import { insertMany } from "./insert-all.ts";
import type { PlannedCall } from "./insert-calls.ts";
import type { Network } from "./network.ts";

export interface Night {
  eventId: string;
  startsAt: Temporal.Instant;
  /** Of those who came in. */
  ticketIds: string[];
}

const stayedAway = 4;

type Came = { ticketId: string; at: Temporal.Instant };

/** Two tickets the other door let somebody in on as well: what one of them was has been said, the other waits to be settled. */
async function insertDoubles(tx: Tx, eventId: string, came: readonly Came[], settledBy: string | null): Promise<void> {
  const doubles = came.slice(0, 2).map(({ ticketId, at }) => ({ ticketId, nonce: newId(), at: at.add({ minutes: 4 }) }));
  await insertMany(
    tx,
    "ticket_scans",
    doubles.map(({ ticketId, nonce, at }) => ({
      ...{ event_id: eventId, nonce, ticket_id: ticketId, kind: "check_in", counted: false },
      ...{ scanned_at: at, received_at: at.add({ minutes: 30 }), door: "Sceneinngangen" },
    })),
  );
  const [settled] = doubles;
  const first = await tx
    .selectFrom("ticket_scans")
    .select("nonce")
    .where("event_id", "=", eventId)
    .where("ticket_id", "=", settled?.ticketId ?? "")
    .where("counted", "=", true)
    .executeTakeFirst();
  if (!settled || !first) return;
  await insertMany(tx, "ticket_settlements", [
    {
      ...{ event_id: eventId, id: newId(), ticket_id: settled.ticketId, stands: first.nonce, settled_as: "same_person" },
      ...{ note: "Gikk ut for å hente jakka, og inn igjen ved scenen.", settled_at: settled.at.add({ hours: 1 }), settled_by: settledBy },
    },
  ]);
}

/** The evening of an event that is over, with the tickets somebody came in on. */
export async function nightOf(tx: Tx, slug: string): Promise<Night | undefined> {
  const event = await tx.selectFrom("events").select(["id", "starts_at"]).where("slug", "=", slug).executeTakeFirst();
  if (!event) return undefined;
  const came = await tx
    .selectFrom("tickets")
    .select("id")
    .where("event_id", "=", event.id)
    .where("checked_in_at", "is not", null)
    .orderBy("code")
    .execute();
  return { eventId: event.id, startsAt: event.starts_at, ticketIds: came.map(({ id }) => id) };
}

/** The evening an award is given: an event with its guests, all but a few of whom came. */
export async function insertNight(
  tx: Tx,
  planned: NonNullable<PlannedCall["night"]>,
  organizationId: string,
  network: Network,
  now: Temporal.Instant,
): Promise<Night> {
  const calendar = calendarAt(now);
  const day = resolveDay(planned.day, calendar);
  const [opens = "", closes = ""] = planned.hours.split("-").map((time) => `${day}T${time}`);
  const [startsAt, endsAt] = [opens, closes].map((moment) => resolveMoment(moment, calendar, now, timeZone)) as [
    Temporal.Instant,
    Temporal.Instant,
  ];
  const [eventId, typeId, quotaId] = [newId(), newId(), newId()];
  await insertMany(tx, "events", [
    {
      id: eventId,
      slug: planned.slug,
      titles: planned.title as never,
      descriptions: {} as never,
      place: planned.place,
      starts_at: startsAt,
      ends_at: endsAt,
      time_zone: timeZone,
      languages: ["nb"],
      audience: "public",
      status: "published",
      offer_hours: 24,
      version: 1,
      created_at: startsAt.subtract({ hours: 24 * 40 }),
      reminded_at: startsAt.subtract({ hours: 24 }),
      followed_up_at: endsAt.add({ hours: 11 }),
    },
  ]);
  await insertMany(tx, "event_hosts", [{ event_id: eventId, organization_id: organizationId, leads: true }]);
  const crowd = chance(planned.slug).shuffle([...network.people.values()].sort((one, other) => (one.name < other.name ? -1 : 1)));
  const guests = crowd.slice(0, planned.guests).map((person) => ({ person, id: newId(), ticketId: newId() }));
  await insertMany(tx, "event_quotas", [{ event_id: eventId, id: quotaId, name: "Salen", size: 90, taken: guests.length, waiting: 0 }]);
  await insertMany(tx, "ticket_types", [
    { id: typeId, event_id: eventId, place_in_order: 0, name: "Plass i salen", price_ore: 0, most_places: 10 },
  ]);
  await insertMany(tx, "ticket_type_quotas", [{ event_id: eventId, ticket_type_id: typeId, quota_id: quotaId }]);
  const registeredAt = startsAt.subtract({ hours: 24 * 8 });
  await insertMany(
    tx,
    "registrations",
    guests.map(({ person, id }, place) => ({
      event_id: eventId,
      id,
      ticket_type_id: typeId,
      other_type_ids: [],
      quantity: 1,
      accepts_fewer: false,
      state: "confirmed",
      person_id: person.id,
      price_ore: 0,
      registered_at: registeredAt.add({ minutes: place }),
      registered_by: person.id,
      confirmed_at: registeredAt.add({ minutes: place }),
    })),
  );
  const came = guests.slice(stayedAway).map((guest, place) => ({
    ...guest,
    at: startsAt.subtract({ minutes: 30 }).add({ seconds: place * 20 }),
  }));
  const cameAt = new Map(came.map(({ ticketId, at }) => [ticketId, at]));
  await insertMany(
    tx,
    "tickets",
    guests.map(({ person, id, ticketId }) => ({
      event_id: eventId,
      id: ticketId,
      registration_id: id,
      ticket_type_id: typeId,
      holder_name: person.name,
      code: newPassCode(),
      is_cancelled: false,
      checked_in_at: cameAt.get(ticketId) ?? null,
    })),
  );
  await insertMany(
    tx,
    "ticket_scans",
    came.map(({ ticketId, at }) => ({
      event_id: eventId,
      nonce: newId(),
      ticket_id: ticketId,
      kind: "check_in",
      counted: true,
      scanned_at: at,
      received_at: at,
      door: "Inngangen",
    })),
  );
  await insertDoubles(tx, eventId, came, network.people.get("coordinator@demo.example")?.id ?? null);
  return { eventId, startsAt, ticketIds: came.map(({ ticketId }) => ticketId) };
}
