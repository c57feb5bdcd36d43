import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";

/** Visits with their house, whom they are for and the room booked for them. Filter and order it further. */
export function visits(db: Db) {
  return db
    .selectFrom("visits as v")
    .innerJoin("spaces as s", "s.id", "v.space_id")
    .leftJoin("people as p", "p.id", "v.visited_id")
    .leftJoin("bookings as b", (join) =>
      join.onRef("b.space_id", "=", "v.space_id").onRef("b.id", "=", "v.booking_id").on("b.state", "<>", "cancelled"),
    )
    .leftJoin("resources as r", "r.id", "b.resource_id")
    .select([
      "v.id",
      "v.space_id",
      "v.name",
      "v.organization_name",
      "v.email",
      "v.language",
      "v.asked_for",
      "v.visited_id",
      "v.booking_id",
      "v.day",
    ])
    .select(["v.expected_at", "v.code", "v.is_announced", "v.registered_by", "v.arrived_at", "v.left_at", "v.cancelled_at"])
    .select(["v.created_at", "v.version", "s.slug as space_slug", "s.name as space_name", "s.time_zone", "s.organization_id"])
    .select(["p.name as visited_name", "r.name as room", "b.ends_at as booking_ends_at"]);
}

export type VisitRow = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

export function findVisit(db: Db, id: string) {
  return visits(db).where("v.id", "=", id).executeTakeFirst();
}

/** The same where the house is known, so that one place alone is asked. */
export function findVisitIn(db: Db, spaceId: string, id: string) {
  return visits(db).where("v.space_id", "=", spaceId).where("v.id", "=", id).executeTakeFirst();
}

type After = [at: string, id: string] | undefined;

/** The visits of a house on a day in the order they are expected; one more than asked for, if there is one. */
export function visitsOfDay(db: Db, { spaceId, day }: { spaceId: string; day: Day }, limit: number, after: After) {
  return visits(db)
    .where("v.space_id", "=", spaceId)
    .where("v.day", "=", day)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(v.expected_at, v.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("v.expected_at")
    .orderBy("v.id")
    .limit(limit + 1)
    .execute();
}

/** The visits somebody gets or has announced, the latest day first; one more than asked for, if there is one. */
export function visitsOf(db: Db, personId: string, limit: number, after: After) {
  return visits(db)
    .where((where) => where.or([where("v.visited_id", "=", personId), where("v.registered_by", "=", personId)]))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(v.expected_at, v.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("v.expected_at", "desc")
    .orderBy("v.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** Visitors who are in the house, in the order they came. */
export function visitorsInside(db: Db, spaceId: string) {
  return visits(db)
    .where("v.space_id", "=", spaceId)
    .where("v.arrived_at", "is not", null)
    .where("v.left_at", "is", null)
    .orderBy("v.arrived_at")
    .orderBy("v.id")
    .execute();
}

/** Guests of other houses who are let in on a day, in order of their names. */
export function guestsInside(db: Db, spaceId: string, day: Day) {
  return db
    .selectFrom("day_passes as d")
    .innerJoin("people as p", "p.id", "d.person_id")
    .innerJoin("organizations as o", "o.id", "d.home_id")
    .select(["p.name", "o.name as home", "d.checked_in_at"])
    .where("d.space_id", "=", spaceId)
    .where("d.day", "=", day)
    .where("d.state", "=", "checked_in")
    .orderBy(sql`p.name collate norwegian`)
    .orderBy("d.id")
    .execute();
}

/** Whether somebody works in the house of an organization on a day: as its member, by a company that is, or at the organization itself. */
export function worksThere(organizationId: string, personId: RawBuilder<string>, day: Day): RawBuilder<boolean> {
  return sql<boolean>`(
    exists (select from memberships m where m.organization_id = ${organizationId} and m.member_person_id = ${personId} and m.during @> ${day}::date)
    or exists (select from positions o where o.person_id = ${personId} and o.during @> ${day}::date and (
      o.organization_id = ${organizationId} or exists (
        select from memberships m where m.organization_id = ${organizationId} and m.member_organization_id = o.organization_id
          and m.confirmed_at is not null and m.during @> ${day}::date))))`;
}

/** The person, if they work in the house of the organization that day. */
export function findWorker(db: Db, { organizationId, personId, day }: { organizationId: string; personId: string; day: Day }) {
  return db
    .selectFrom("people as p")
    .select(["p.id", "p.name"])
    .where("p.id", "=", personId)
    .where("p.erased_at", "is", null)
    .where(worksThere(organizationId, sql.ref("p.id"), day))
    .executeTakeFirst();
}

/** Whether a name, or one of its words, begins with what was sought; marks over letters count for nothing. */
export function beginsLike(column: string, sought: string): RawBuilder<boolean> {
  return sql<boolean>`' ' || search_form(${sql.ref(column)}) like '% ' || search_form(${sought}) || '%'`;
}

/** Those who work in a house and have such a name, at most twenty. */
export function visitedLike(db: Db, organizationId: string, day: Day, sought: string) {
  return db
    .selectFrom("people as p")
    .select(["p.id", "p.name"])
    .where("p.erased_at", "is", null)
    .where(beginsLike("p.name", sought.replace(/[%_\\]/g, " ")))
    .where(worksThere(organizationId, sql.ref("p.id"), day))
    .orderBy(sql`p.name collate norwegian`)
    .orderBy("p.id")
    .limit(20)
    .execute();
}

/** How a house receives visitors; the defaults where it has said nothing. */
export async function visitorTermsOf(db: Db, spaceId: string) {
  const row = await db.selectFrom("visitor_terms").selectAll().where("space_id", "=", spaceId).executeTakeFirst();
  return row ?? { space_id: spaceId, takes_unexpected: true, asks_for_rules: false, kept_days: 30, version: 0 };
}

/** The houses somebody works in today, by name, and whether visitors find them at the kiosk there. */
export async function housesOf(db: Db, personId: string, now: Temporal.Instant) {
  const { rows } = await sql<{ slug: string; name: string; isKioskNameShown: boolean }>`
    with shown as materialized (select space_id from kiosk_names where person_id = ${personId})
    select s.slug, s.name, k.space_id is not null as "isKioskNameShown"
    from spaces s left join shown k on k.space_id = s.id
    where (${now}::timestamptz at time zone s.time_zone)::date <@ s.during and s.organization_id in (
      select m.organization_id from memberships m where m.member_person_id = ${personId}
        and m.during @> (${now}::timestamptz at time zone s.time_zone)::date
      union all
      select o.organization_id from positions o where o.person_id = ${personId}
        and o.during @> (${now}::timestamptz at time zone s.time_zone)::date
      union all
      select m.organization_id from positions o join memberships m on m.member_organization_id = o.organization_id
      where o.person_id = ${personId} and m.confirmed_at is not null
        and o.during @> (${now}::timestamptz at time zone s.time_zone)::date
        and m.during @> (${now}::timestamptz at time zone s.time_zone)::date)
    order by s.name collate norwegian, s.id`.execute(db);
  return rows;
}
