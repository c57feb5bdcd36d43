import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { BookingKind, BookingState } from "../booking.ts";
import type { ReadFailure } from "./outside-calendar.ts";

/** Calendars from outside with their resource, their house, and what they come to now. Filter further. */
function outsideCalendars(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom("outside_calendars as c")
    .innerJoin("resources as r", "r.id", "c.resource_id")
    .innerJoin("spaces as s", "s.id", "c.space_id")
    .selectAll("c")
    .select(sql<ReadFailure | null>`c.failure`.as("failure"))
    .select([
      "r.name as resource_name",
      "r.horizon_days",
      "r.buffer_before_minutes",
      "r.buffer_after_minutes",
      "s.slug as space_slug",
      "s.name as space_name",
      "s.time_zone",
      "s.organization_id as host_id",
      sql<number>`(select count(*)::integer from outside_times t where t.space_id = c.space_id and t.calendar_id = c.id and t.ends_at > ${now})`.as(
        "times",
      ),
      sql<number>`(select count(*)::integer from outside_conflicts f join outside_times t on t.space_id = f.space_id and t.id = f.time_id
        where t.space_id = c.space_id and t.calendar_id = c.id)`.as("conflicts"),
    ]);
}

export type OutsideCalendarRow = NonNullable<Awaited<ReturnType<typeof findOutsideCalendar>>>;

export function findOutsideCalendar(db: Db, id: string, now: Temporal.Instant) {
  return outsideCalendars(db, now).where("c.id", "=", id).executeTakeFirst();
}

/** Those of a house, by their resource and then by name. */
export function outsideCalendarsIn(db: Db, spaceId: string, now: Temporal.Instant) {
  return outsideCalendars(db, now)
    .where("c.space_id", "=", spaceId)
    .orderBy("r.place_in_order")
    .orderBy(sql`r.name collate norwegian`)
    .orderBy(sql`c.name collate norwegian`)
    .orderBy("c.id")
    .execute();
}

/** Takes those whose turn it is: nobody else takes them for a while. */
export async function takeDue(db: Db, at: Temporal.Instant, most: number): Promise<string[]> {
  const due = await db
    .selectFrom("outside_calendars")
    .select(["space_id", "id", "next_read_at"])
    .where("next_read_at", "<=", at)
    .orderBy("next_read_at")
    .limit(most)
    .execute();
  if (due.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    update outside_calendars c set next_read_at = ${at.add({ minutes: 15 })}
    from unnest(${due.map(({ space_id }) => space_id)}::uuid[], ${due.map(({ id }) => id)}::uuid[]) d(space_id, id)
    where c.space_id = d.space_id and c.id = d.id and c.next_read_at <= ${at} returning c.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The ids of the calendars of a house. */
export async function calendarIdsIn(db: Db, spaceId: string): Promise<string[]> {
  const rows = await db.selectFrom("outside_calendars").select("id").where("space_id", "=", spaceId).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** A resource with its house and who runs that. */
export function resourceWithHost(db: Db, resourceId: string) {
  return db
    .selectFrom("resources as r")
    .innerJoin("spaces as s", "s.id", "r.space_id")
    .select(["r.kind", "s.id as spaceId", "s.organization_id as hostId"])
    .where("r.id", "=", resourceId)
    .executeTakeFirst();
}

/** The resource and every part of it, with all their places: what blocking it blocks. */
export async function familyOf(db: Db, resourceId: string): Promise<{ id: string; places: number }[]> {
  const { rows } = await sql<{ id: string; places: number }>`
    with recursive down (id, places) as (
      select id, places from resources where id = ${resourceId}
      union select child.id, child.places from down join resources child on child.part_of = down.id
    ) select id, places from down`.execute(db);
  return rows;
}

type Of = { spaceId: string; calendarId: string; now: Temporal.Instant };
type Beside = Of & { family: readonly { id: string }[]; from: Temporal.Instant; until: Temporal.Instant };

export interface BesideRow {
  bookingId: string;
  kind: BookingKind;
  state: BookingState;
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/** What takes time of the family in a span, but for the blocks of this calendar that can still be changed. */
export async function takenBeside(tx: Tx, { spaceId, calendarId, family, from, until, now }: Beside): Promise<BesideRow[]> {
  const { rows } = await sql<BesideRow>`
    select distinct b.id as "bookingId", b.kind, b.state, lower(t.during) as "from", upper(t.during) as "until"
    from booked_resources t join bookings b on b.space_id = t.space_id and b.id = t.booking_id
    where t.space_id = ${spaceId} and t.resource_id = any(${family.map(({ id }) => id)}::uuid[])
      and t.during && tstzrange(${from}, ${until})
      and not (b.outside_calendar_id is not distinct from ${calendarId}::uuid and b.ends_at > ${now})`.execute(tx);
  return rows;
}

export interface BlockRow {
  id: string;
  from: Temporal.Instant;
  until: Temporal.Instant;
  title: string | null;
  /** What it takes: resource, place, from, until. */
  takes: string[];
}

/** The blocks of a calendar that are not over, with all they take. */
export async function blocksOf(tx: Tx, { spaceId, calendarId, now }: Of): Promise<BlockRow[]> {
  const { rows } = await sql<BlockRow>`
    select b.id, b.starts_at as "from", b.ends_at as "until", b.title,
      array(select t.resource_id || ' ' || t.place || ' ' || (extract(epoch from lower(t.during)) * 1000)::bigint || ' ' || (extract(epoch from upper(t.during)) * 1000)::bigint
        from booked_resources t where t.space_id = b.space_id and t.booking_id = b.id) as takes
    from bookings b
    where b.space_id = ${spaceId} and b.outside_calendar_id = ${calendarId} and b.ends_at > ${now}`.execute(tx);
  return rows;
}

export interface ConflictRow {
  timeId: string;
  calendarId: string;
  calendarName: string;
  resourceId: string;
  resourceName: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  title: string | null;
  foundAt: Temporal.Instant;
  toldAt: Temporal.Instant | null;
  bookingId: string;
  bookingKind: BookingKind;
  bookingState: BookingState;
  bookingStartsAt: Temporal.Instant;
  bookingEndsAt: Temporal.Instant;
  bookingResource: string;
  holder: string | null;
  timeZone: string;
}

/** Where times of other calendars meet bookings in a house, soonest first. */
export async function conflictsIn(
  db: Db,
  spaceId: string,
  { calendarId, most }: { calendarId?: string; most: number },
): Promise<ConflictRow[]> {
  const { rows } = await sql<ConflictRow>`
    select f.time_id as "timeId", c.id as "calendarId", c.name as "calendarName", c.resource_id as "resourceId", r.name as "resourceName",
      t.starts_at as "startsAt", t.ends_at as "endsAt", t.title, f.found_at as "foundAt", f.told_at as "toldAt", b.id as "bookingId",
      b.kind as "bookingKind", b.state as "bookingState", b.starts_at as "bookingStartsAt", b.ends_at as "bookingEndsAt", o.name as "bookingResource",
      p.name as holder, s.time_zone as "timeZone"
    from outside_conflicts f
    join outside_times t on t.space_id = f.space_id and t.id = f.time_id
    join outside_calendars c on c.space_id = t.space_id and c.id = t.calendar_id
    join bookings b on b.space_id = f.space_id and b.id = f.booking_id
    join resources r on r.id = c.resource_id
    join resources o on o.id = b.resource_id
    join spaces s on s.id = f.space_id
    left join people p on p.id = b.person_id
    where f.space_id = ${spaceId} ${calendarId === undefined ? sql`` : sql`and c.id = ${calendarId}`}
    order by t.starts_at, b.starts_at, f.time_id, f.booking_id
    limit ${most}`.execute(db);
  return rows;
}
