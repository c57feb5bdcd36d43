import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";

/** What somebody did in the network in a year. Nobody else is in it. */
export interface OwnYear {
  year: number;
  name: string;
  guestDays: number;
  spaces: { slug: string; name: string; days: number }[];
  events: { slug: string; titles: Texts; day: string; isPublic: boolean }[];
}

/** One's own year, and whether it is shown to others. */
export async function readOwnYear({ db }: Installation, actor: Actor, year: number) {
  authorize(actor, true);
  const { personId } = actor;
  const sharing = await db
    .selectFrom("shared_years")
    .select(["secret", "shared_at"])
    .where("person_id", "=", personId)
    .where("year", "=", year)
    .executeTakeFirst();
  return { ...(await yearOf(db, personId, year)), sharing };
}

/** A year somebody shows, by its secret: events that are not for all are counted and not named. @throws Refusal not_here */
export async function readSharedYear({ db }: Installation, secret: string) {
  const shared = found(await db.selectFrom("shared_years").selectAll().where("secret", "=", secret).executeTakeFirst());
  const whole = await yearOf(db, shared.person_id, shared.year);
  return { ...whole, events: whole.events.filter(({ isPublic }) => isPublic), eventsAttended: whole.events.length };
}

async function yearOf(db: Db, personId: string, year: number): Promise<OwnYear> {
  const { name, email } = await db
    .selectFrom("people")
    .select(["name", "email"])
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .executeTakeFirstOrThrow();
  const spaces = await db
    .selectFrom("day_passes as p")
    .innerJoin("spaces as s", "s.id", "p.space_id")
    .select(["s.slug", "s.name", sql<number>`count(*)::integer`.as("days")])
    .where("p.person_id", "=", personId)
    .where("p.state", "in", ["checked_in", "completed"])
    .where("p.day", ">=", `${year}-01-01`)
    .where("p.day", "<", `${year + 1}-01-01`)
    .groupBy(["s.slug", "s.name"])
    .orderBy("days", "desc")
    .orderBy(sql`s.name collate norwegian`)
    .execute();
  // a ticket was used by whoever's name stands on it, or has its address
  const { rows: events } = await sql<OwnYear["events"][number]>`
    select e.slug, e.titles, (e.starts_at at time zone e.time_zone)::date::text as day, e.audience = 'public' as "isPublic"
    from events e
    where extract(year from e.starts_at at time zone e.time_zone) = ${year}::integer and e.id in (
      select k.event_id from registrations r join tickets k on k.event_id = r.event_id and k.registration_id = r.id
      where r.person_id = ${personId}::uuid and k.checked_in_at is not null and k.holder_email is null and coalesce(k.holder_name, ${name}) = ${name}
      union select k.event_id from tickets k where k.holder_email = ${email} and k.checked_in_at is not null)
    order by e.starts_at, e.id`.execute(db);
  return { year, name, guestDays: spaces.reduce((sum, { days }) => sum + days, 0), spaces, events };
}
