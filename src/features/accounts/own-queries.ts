import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

type PageAfter = { limit: number; after: string | undefined };
type Place = { id: string; slug: string; name: string };
type PositionRow = { organization: Place; role: string; title: string | null; spaces: Place[] };

/** The person as they see themselves, with the positions of the day. */
export function findMe(db: Db, personId: string, day: string) {
  return db
    .selectFrom("people")
    .select(["id", "name", "email", "locale", "visibility", "version"])
    .select(
      sql<PositionRow[]>`coalesce((
        select jsonb_agg(jsonb_build_object(
          'organization', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name),
          'role', p.role, 'title', p.title,
          'spaces', coalesce((
            select jsonb_agg(jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name) order by s.name collate norwegian)
            from spaces s where s.organization_id = o.id and s.during @> ${day}::date), '[]'))
          order by o.name collate norwegian, p.role)
        from positions p join organizations o on o.id = p.organization_id
        where p.person_id = people.id and p.during @> ${day}::date), '[]')`.as("positions"),
    )
    .where("id", "=", personId)
    .where("erased_at", "is", null)
    .executeTakeFirst();
}

/** Sessions that have not ended, newest first. */
export function findSessions(db: Db, personId: string, now: Temporal.Instant, { limit, after }: PageAfter) {
  return db
    .selectFrom("sessions")
    .innerJoin("logins", "logins.id", "sessions.login_id")
    .select(["sessions.id", "sessions.user_agent", "sessions.created_at", "sessions.expires_at"])
    .where("logins.person_id", "=", personId)
    .where("sessions.expires_at", ">", now)
    .$if(after !== undefined, (query) => query.where("sessions.id", "<", after ?? ""))
    .orderBy("sessions.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** The person's passkeys, newest first. */
export function findPasskeys(db: Db, personId: string, { limit, after }: PageAfter) {
  return db
    .selectFrom("passkeys")
    .innerJoin("logins", "logins.id", "passkeys.login_id")
    .select(["passkeys.id", "passkeys.name", "passkeys.created_at"])
    .where("logins.person_id", "=", personId)
    .$if(after !== undefined, (query) => query.where("passkeys.id", "<", after ?? ""))
    .orderBy("passkeys.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** Keys that work, newest first. */
export function findApiKeys(db: Db, personId: string, now: Temporal.Instant, { limit, after }: PageAfter) {
  return db
    .selectFrom("api_keys")
    .select(["id", "name", "scopes", "created_at", "expires_at"])
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .where((where) => where.or([where("expires_at", "is", null), where("expires_at", ">", now)]))
    .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
}

/** How many others hold the operator's role on the day. */
export async function countOtherOperators(db: Db, personId: string, day: string): Promise<number> {
  const { count } = await db
    .selectFrom("positions")
    .innerJoin("people", "people.id", "positions.person_id")
    .select(sql<number>`count(distinct positions.person_id)`.as("count"))
    .where("positions.role", "=", "operator")
    .where(sql<boolean>`positions.during @> ${day}::date`)
    .where("positions.person_id", "<>", personId)
    .where("people.erased_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether another person, an organization or a space has the name too. */
export async function isNameOfOthers(db: Db, personId: string, name: string): Promise<boolean> {
  const { rows } = await sql`
    select from people where lower(name) = lower(${name}) and id <> ${personId} and erased_at is null
    union all select from organizations where lower(name) = lower(${name})
    union all select from spaces where lower(name) = lower(${name})
    limit 1`.execute(db);
  return rows.length > 0;
}
