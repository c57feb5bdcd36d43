import { type SqlBool, sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";

export type SpeakerRow = { personId: string | null; name: string; title: string | null; organization: string | null };

/** Sessions with their room and speakers. Filter it further. */
function sessions(db: Db, eventId: string) {
  return db
    .selectFrom("event_sessions as s")
    .leftJoin("resources as r", "r.id", "s.resource_id")
    .select(["s.id", "s.event_id", sql<Texts>`s.titles`.as("titles"), sql<Texts>`s.descriptions`.as("descriptions")])
    .select(["s.starts_at", "s.ends_at", "s.track", "s.room", "s.resource_id", "r.name as resource_name", "s.language", "s.most_people"])
    .select(["s.version"])
    .select([
      sql<
        SpeakerRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('personId', k.person_id, 'name', coalesce(k.name, p.name), 'title', k.title,
          'organization', k.organization) order by k.place_in_order)
        from session_speakers k left join people p on p.id = k.person_id where k.event_id = s.event_id and k.session_id = s.id), '[]')`.as(
        "speakers",
      ),
      sql<number>`(select count(*) from session_attendances a where a.event_id = s.event_id and a.session_id = s.id)`.as("attended"),
    ])
    .where("s.event_id", "=", eventId);
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** The programme of an event, in order of time, then of tracks and rooms. */
export function sessionsOf(db: Db, eventId: string) {
  return sessions(db, eventId)
    .orderBy("s.starts_at")
    .orderBy(sql`s.track collate norwegian nulls first`)
    .orderBy(sql`coalesce(r.name, s.room) collate norwegian`)
    .orderBy("s.id")
    .execute();
}

export function findSession(db: Db, eventId: string, id: string) {
  return sessions(db, eventId).where("s.id", "=", id).executeTakeFirst();
}

/** Rooms of the house an event is held in, that a session can be in. */
export function roomsOf(db: Db, spaceId: string) {
  return db
    .selectFrom("resources")
    .select(["id", "name"])
    .where("space_id", "=", spaceId)
    .where("kind", "not in", ["machine", "desk"])
    .orderBy("place_in_order")
    .orderBy(sql`name collate norwegian`)
    .execute();
}

export function findRoom(db: Db, id: string) {
  return db.selectFrom("resources").select(["id", "space_id"]).where("id", "=", id).executeTakeFirst();
}

/** How many of some people are there to be named. */
export async function countPeople(db: Db, ids: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom("people")
    .select(sql<number>`count(*)`.as("count"))
    .where("id", "in", ids)
    .where("erased_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Moves all sessions of an event along with it. */
export async function moveSessions(tx: Tx, eventId: string, milliseconds: number): Promise<void> {
  const by = sql`(${milliseconds}::double precision * interval '1 millisecond')`;
  await tx
    .updateTable("event_sessions")
    .set({ starts_at: sql`starts_at + ${by}`, ends_at: sql`ends_at + ${by}` })
    .where("event_id", "=", eventId)
    .execute();
}

/** How many sessions lie outside a time. */
export async function sessionsOutside(db: Db, eventId: string, from: Temporal.Instant, until: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom("event_sessions")
    .select(sql<number>`count(*)`.as("count"))
    .where("event_id", "=", eventId)
    .where(sql<SqlBool>`(starts_at < ${from} or ends_at > ${until})`)
    .executeTakeFirstOrThrow();
  return count;
}
