import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { keptPlan } from "../../platform/database/kept-plan.ts";
import { readTogether } from "../../platform/gather/read-together.ts";
import type { BookingKind, BookingState } from "./booking.ts";

/** Time that a booking takes of its resource or of a part of it, buffers included, as ISO texts. */
export type Block = { resourceId: string; startsAt: string; endsAt: string };

/** Bookings with their resource, house and holder. Filter and order it further. */
export function bookings(db: Db) {
  return db
    .selectFrom("bookings as b")
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .innerJoin("spaces as s", "s.id", "b.space_id")
    .leftJoin("people as p", "p.id", "b.person_id")
    .leftJoin("organizations as payer", "payer.id", "b.organization_id")
    .select([
      "b.id",
      "b.space_id",
      "b.resource_id",
      sql<BookingKind>`b.kind`.as("kind"),
      sql<BookingState>`b.state`.as("state"),
      "b.person_id",
      "b.organization_id",
      "payer.name as payer_name",
      "b.title",
      "b.note",
      "b.people",
      "b.starts_at",
      "b.ends_at",
      "b.held_until",
      "b.price_ore",
      "b.series_id",
      "b.checked_in_at",
      "b.shows_title",
      "r.needs_check_in",
      "b.version",
      "b.created_at",
      "r.name as resource_name",
      "r.kind as resource_kind",
      "r.cancel_by_minutes",
      "r.capacity",
      "s.slug as space_slug",
      "s.name as space_name",
      "s.time_zone",
      "s.organization_id as host_id",
      "p.name as holder",
      sql<
        Block[]
      >`coalesce((select json_agg(json_build_object('resourceId', t.resource_id, 'startsAt', lower(t.during), 'endsAt', upper(t.during)))
        from (select distinct resource_id, during from booked_resources t where t.space_id = b.space_id and t.booking_id = b.id) t), '[]')`.as(
        "blocks",
      ),
    ]);
}

export type BookingRow = NonNullable<Awaited<ReturnType<typeof findBooking>>>;

export const findBooking = readTogether(
  (db, ids) => bookings(db).modifyFront(keptPlan).where("b.id", "=", sql<string>`any(${ids}::uuid[])`).execute(),
  ({ id }) => id,
);

/** Where a resource is: its house, and who runs that. A resource never moves. */
export const houseOf = readTogether(
  (db, resourceIds) =>
    db
      .selectFrom("resources as r")
      .modifyFront(keptPlan)
      .innerJoin("spaces as s", "s.id", "r.space_id")
      .select([
        "r.id as resourceId",
        "s.id as spaceId",
        "s.organization_id as hostId",
        "s.time_zone as timeZone",
        "r.horizon_days as horizonDays",
      ])
      .where("r.id", "=", sql<string>`any(${resourceIds}::uuid[])`)
      .execute(),
  ({ resourceId }) => resourceId,
);

export interface CalendarWindow {
  spaceId: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
  resourceId?: string | undefined;
  limit: number;
  after?: [startsAt: string, id: string] | undefined;
}

/**
 * What takes time in a house within a window, in order of time; one more than asked for, if there is one. Few times last longer than
 * two days, and those are looked up by themselves: among the others nothing that began long before the window is read.
 */
export function calendar(db: Db, { spaceId, from, until, resourceId, limit, after }: CalendarWindow) {
  return bookings(db)
    .where("b.space_id", "=", spaceId)
    .where("b.state", "<>", "cancelled")
    .where("b.starts_at", "<", until)
    .where("b.ends_at", ">", from)
    .where((where) =>
      where.or([where("b.starts_at", ">", from.subtract({ hours: 48 })), sql<boolean>`b.ends_at - b.starts_at > interval '48 hours'`]),
    )
    .$if(resourceId !== undefined, (query) => query.where("b.resource_id", "=", resourceId ?? ""))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(b.starts_at, b.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("b.starts_at")
    .orderBy("b.id")
    .limit(limit + 1)
    .execute();
}

/** A person's bookings that are not over, soonest first. */
export function comingBookings(db: Db, personId: string, now: Temporal.Instant, limit: number, after?: [startsAt: string, id: string]) {
  return bookings(db)
    .where("b.person_id", "=", personId)
    .where("b.state", "<>", "cancelled")
    .where("b.ends_at", ">", now)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(b.starts_at, b.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("b.starts_at")
    .orderBy("b.id")
    .limit(limit + 1)
    .execute();
}

/** What happened to a booking, oldest first. */
export function changesOf(db: Db, { spaceId, id }: { spaceId: string; id: string }) {
  return db
    .selectFrom("booking_changes as c")
    .leftJoin("people as p", "p.id", "c.changed_by")
    .select(["c.kind", "c.changed_at", "c.reason", "p.name as by"])
    .where("c.space_id", "=", spaceId)
    .where("c.booking_id", "=", id)
    .orderBy("c.changed_at")
    .orderBy("c.id")
    .execute();
}

/** Holds whose time to fill in the form is over, and requests whose time has come without an answer. */
export function lapsed(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom("bookings")
    .select(["id", "space_id"])
    .where((where) =>
      where.or([
        where.and([where("state", "=", "held"), where("held_until", "<=", now)]),
        where.and([where("state", "=", "pending"), where("starts_at", "<=", now)]),
      ]),
    )
    .limit(500)
    .execute();
}

/** Bookings that run, where one must check in, and nobody has. */
export function notCheckedIn(db: Db, { startedBy, at }: { startedBy: Temporal.Instant; at: Temporal.Instant }) {
  return (
    db
      .selectFrom("bookings as b")
      .innerJoin("resources as r", "r.id", "b.resource_id")
      .select(["b.id", "b.space_id"])
      .where("r.needs_check_in", "=", true)
      .where("b.kind", "=", "booking")
      .where("b.state", "=", "confirmed")
      .where("b.checked_in_at", "is", null)
      .where("b.starts_at", "<=", startedBy)
      // after a day's standstill it is too late to say that nobody came
      .where("b.starts_at", ">", startedBy.subtract({ hours: 24 }))
      .where("b.created_at", "<=", startedBy)
      .where("b.ends_at", ">", at)
      .limit(500)
      .execute()
  );
}

/** What a person has booked, asked for or holds that has not begun. */
export function bookingsAheadOf(db: Db, personId: string, now: Temporal.Instant) {
  return db
    .selectFrom("bookings")
    .select(["id", "space_id"])
    .where("person_id", "=", personId)
    .where("state", "<>", "cancelled")
    .where("starts_at", ">", now)
    .execute();
}

/** Bookings that are over and whose use is not written yet, those that ended first before others. */
export function bookingsToUse(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom("bookings")
    .select(["id", "space_id"])
    .where("kind", "=", "booking")
    .where("state", "=", "confirmed")
    .where("used_at", "is", null)
    .where("ends_at", "<=", now)
    .orderBy("ends_at")
    .limit(500)
    .execute();
}

/** Whether the house was asked for a booking, and had to answer: a time that was only kept for somebody has none. */
export async function wasAsked(tx: Db, { bookingId, spaceId }: { bookingId: string; spaceId: string }): Promise<boolean> {
  const asked = await tx
    .selectFrom("booking_changes")
    .select("id")
    .where("space_id", "=", spaceId)
    .where("booking_id", "=", bookingId)
    .where("kind", "=", "asked")
    .executeTakeFirst();
  return asked !== undefined;
}
