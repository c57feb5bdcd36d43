import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { hashOfSecret } from "./display.ts";
import type { TakenTime } from "./room-now.ts";

/** Screens with their house and room. Filter and order it further. */
export function displays(db: Db) {
  return db
    .selectFrom("displays as d")
    .innerJoin("spaces as s", "s.id", "d.space_id")
    .leftJoin("resources as r", "r.id", "d.resource_id")
    .select(["d.id", "d.space_id", "d.kind", "d.resource_id", "d.name", "d.shows_titles", "d.takes_bookings", "d.renewed_at"])
    .select(["s.slug as space_slug", "s.name as space_name", "s.time_zone", "s.organization_id", "r.name as resource_name"]);
}

export type DisplayRow = NonNullable<Awaited<ReturnType<typeof displayAt>>>;

/** The screen with this address. */
export function displayAt(db: Db, secret: string) {
  return displays(db).where("d.secret_hash", "=", hashOfSecret(secret)).executeTakeFirst();
}

export function findDisplay(db: Db, { spaceId, id }: { spaceId: string; id: string }) {
  return displays(db).where("d.space_id", "=", spaceId).where("d.id", "=", id).executeTakeFirst();
}

/** The screens of a house by name; one more than asked for, if there is one. */
export function displaysOf(db: Db, spaceId: string, limit: number, after?: [name: string, id: string]) {
  return displays(db)
    .where("d.space_id", "=", spaceId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(d.name collate norwegian, d.id) > (${after?.[0]}, ${after?.[1]}::uuid)`))
    .orderBy(sql`d.name collate norwegian`)
    .orderBy("d.id")
    .limit(limit + 1)
    .execute();
}

export type ScreenRoom = Awaited<ReturnType<typeof roomsOf>>[number];

/** Everything in use in the house, in the house's order. */
export function roomsOf(db: Db, { spaceId, today }: { spaceId: string; today: string }) {
  return db
    .selectFrom("resources")
    .selectAll()
    .select([sql<string | null>`lower(in_use)`.as("in_use_from"), sql<string | null>`upper(in_use)`.as("in_use_until")])
    .where("space_id", "=", spaceId)
    .where(sql<boolean>`in_use @> ${today}::date`)
    .orderBy("place_in_order")
    .orderBy(sql`name collate norwegian`)
    .orderBy("id")
    .execute();
}

/** A booking as a screen looks at it. */
export interface ScreenBooking extends TakenTime {
  resourceId: string;
  /** What was booked: the room itself, or the hall it is a part of. */
  bookedResourceId: string;
  place: number;
  state: string;
  createdAt: Temporal.Instant;
  checkedInAt: Temporal.Instant | null;
}

type Window = { spaceId: string; now: Temporal.Instant; until: Temporal.Instant; showsTitles: boolean };

/** What takes time in a house from now on, in order of time. Holds that have run out take none; no name ever leaves the database. */
export function takenFrom(db: Db, { spaceId, now, until, showsTitles }: Window): Promise<ScreenBooking[]> {
  const title: RawBuilder<string | null> = sql`case when ${showsTitles} and b.shows_title and b.kind = 'booking' then b.title end`;
  return db
    .selectFrom("booked_resources as t")
    .innerJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "t.space_id").onRef("b.id", "=", "t.booking_id"))
    .select(["t.resource_id as resourceId", "t.place", "b.id as bookingId", "b.resource_id as bookedResourceId", "b.kind", "b.state"])
    .select([sql<Temporal.Instant>`lower(t.during)`.as("from"), sql<Temporal.Instant>`upper(t.during)`.as("until")])
    .select(["b.starts_at as startsAt", "b.ends_at as endsAt", "b.created_at as createdAt", "b.checked_in_at as checkedInAt"])
    .select(title.as("title"))
    .where("t.space_id", "=", spaceId)
    .where(sql<boolean>`t.during && tstzrange(${now}::timestamptz, ${until}::timestamptz)`)
    .where(sql<boolean>`(b.held_until is null or b.held_until > ${now}::timestamptz)`)
    .orderBy(sql`lower(t.during)`)
    .orderBy("b.id")
    .execute();
}

/** How many guests of other houses come or are in on a day. A number; whoever stands there learns no name. */
export async function guestsOn(db: Db, spaceId: string, day: string): Promise<number> {
  const { count } = await db
    .selectFrom("day_passes")
    .select(sql<number>`count(*)`.as("count"))
    .where("space_id", "=", spaceId)
    .where("day", "=", day)
    .where("state", "in", ["held", "checked_in"])
    .executeTakeFirstOrThrow();
  return count;
}
