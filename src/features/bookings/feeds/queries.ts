import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { FeedContents, FeedSubject } from "./feed.ts";

/** Feeds with what they are of. Filter further. */
function feeds(db: Db) {
  return db
    .selectFrom("calendar_feeds as f")
    .leftJoin("resources as r", "r.id", "f.resource_id")
    .leftJoin("spaces as s", (join) => join.on(sql<boolean>`s.id = coalesce(f.space_id, r.space_id)`))
    .leftJoin("people as p", "p.id", "f.person_id")
    .select([
      "f.id",
      "f.person_id",
      "f.resource_id",
      "f.space_id",
      sql<FeedContents>`f.shows`.as("shows"),
      "f.created_at",
      "s.organization_id as host_id",
      "r.name as resource_name",
      "r.space_id as resource_space_id",
      "s.name as space_name",
      "p.locale",
    ]);
}

export type FeedRow = NonNullable<Awaited<ReturnType<typeof findFeed>>>;

export function findFeed(db: Db, id: string) {
  return feeds(db).where("f.id", "=", id).executeTakeFirst();
}

export function feedBySecret(db: Db, secretHash: Buffer) {
  return feeds(db).where("f.secret_hash", "=", secretHash).executeTakeFirst();
}

const columns = { person: "f.person_id", resource: "f.resource_id", space: "f.space_id" } as const;

/** The feeds there are of a person, a resource or a house. */
export function feedsOf(db: Db, subject: FeedSubject, id: string) {
  return feeds(db).where(columns[subject], "=", id).orderBy("f.shows").execute();
}

/** Who runs the house of a resource or of a space; undefined when there is none such. */
export async function hostOf(db: Db, subject: "resource" | "space", id: string): Promise<string | undefined> {
  const row =
    subject === "space"
      ? await db.selectFrom("spaces").select("organization_id").where("id", "=", id).executeTakeFirst()
      : await db
          .selectFrom("resources as r")
          .innerJoin("spaces as s", "s.id", "r.space_id")
          .select("s.organization_id")
          .where("r.id", "=", id)
          .executeTakeFirst();
  return row?.organization_id;
}

export interface FeedTime {
  id: string;
  state: string;
  kind: string;
  title: string | null;
  holder: string | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  version: number;
  changed_at: Temporal.Instant;
  resource_name: string | null;
  space_name: string;
  space_slug: string;
  address: string | null;
  /** Where it is seen, after the language; its place in the calendar of the house when left out. */
  path?: string;
}

/** What another feature puts in a person's own calendar beside their bookings: what is not over at a moment. */
export type FeedPart = (db: Db, personId: string, since: Temporal.Instant, language: Language) => Promise<FeedTime[]>;

const mostTimes = 5_000;

/** How far back a calendar goes. */
export function beginningOf(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 24 * 31 });
}

/** The times a feed tells of, from a month back, soonest first. Of a resource also those that block it as a part or a whole. */
export async function timesOf(db: Db, feed: FeedRow, now: Temporal.Instant): Promise<FeedTime[]> {
  const spaceId = feed.space_id ?? feed.resource_space_id;
  const which =
    feed.person_id !== null
      ? sql`b.person_id = ${feed.person_id}`
      : feed.resource_id !== null
        ? sql`b.space_id = ${spaceId} and exists (select from booked_resources t where t.space_id = b.space_id and t.booking_id = b.id
            and t.resource_id = ${feed.resource_id})`
        : sql`b.space_id = ${spaceId}`;
  const { rows } = await sql<FeedTime>`
    select b.id, b.state, b.kind, b.title, p.name as holder, b.starts_at, b.ends_at, b.version, r.name as resource_name, s.name as space_name,
      s.slug as space_slug, s.address,
      coalesce((select max(c.changed_at) from booking_changes c where c.space_id = b.space_id and c.booking_id = b.id), b.created_at) as changed_at
    from bookings b
    join resources r on r.id = b.resource_id
    join spaces s on s.id = b.space_id
    left join people p on p.id = b.person_id
    where ${which} and b.state in ('pending', 'confirmed') and b.ends_at > ${beginningOf(now)}
    order by b.starts_at, b.id
    limit ${mostTimes}`.execute(db);
  return rows;
}
