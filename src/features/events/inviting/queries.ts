import { type SqlBool, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { events } from "../queries.ts";
import type { InvitationState } from "./invitation.ts";

/** Whether somebody may read an event for the invited: they were invited, or have registered. */
export async function isExpected(db: Db, eventId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ expected: boolean }>`
    select exists (select from event_invitations i where i.event_id = ${eventId}::uuid and i.person_id = ${personId}::uuid)
      or exists (select from registrations r where r.event_id = ${eventId}::uuid and r.person_id = ${personId}::uuid
        and r.state <> 'cancelled') as expected`.execute(db);
  return rows[0]?.expected === true;
}

export function invitationOf(db: Db, eventId: string, personId: string) {
  return db
    .selectFrom("event_invitations")
    .select("declined_at")
    .where("event_id", "=", eventId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
}

const stateSql = sql<InvitationState>`case when r.person_id is not null then 'registered' when i.declined_at is not null then 'declined' else 'invited' end`;

function invitations(db: Db, eventId: string) {
  return db
    .with("come", (own) =>
      own.selectFrom("registrations").select("person_id").distinct().where("event_id", "=", eventId).where("state", "<>", "cancelled"),
    )
    .selectFrom("event_invitations as i")
    .innerJoin("people as p", "p.id", "i.person_id")
    .leftJoin("come as r", "r.person_id", "i.person_id")
    .where("i.event_id", "=", eventId)
    .where("p.erased_at", "is", null);
}

export type InvitationRow = Awaited<ReturnType<typeof invitationsOf>>[number];

/** Who is invited, in order of their names; one more than asked for, if there is one. */
export function invitationsOf(
  db: Db,
  eventId: string,
  { state, limit, after }: { state?: InvitationState | undefined; limit: number; after?: [string, string] | undefined },
) {
  return invitations(db, eventId)
    .select(["i.person_id", "p.name", "p.email", "i.invited_at", "i.told_at", "i.declined_at", stateSql.as("state")])
    .$if(state !== undefined, (query) => query.where(sql<SqlBool>`${stateSql} = ${state ?? ""}`))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(p.name collate norwegian, i.person_id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy(sql`p.name collate norwegian`)
    .orderBy("i.person_id")
    .limit(limit + 1)
    .execute();
}

/** How many are invited, and what they have said. */
export async function invitationCounts(db: Db, eventId: string): Promise<Record<InvitationState, number>> {
  const rows = await invitations(db, eventId)
    .select([stateSql.as("state"), sql<number>`count(*)::integer`.as("count")])
    .groupBy(stateSql)
    .execute();
  return { invited: 0, registered: 0, declined: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** The people who are members of an organization on a day: themselves, and those with a position in a member. */
export async function membersOf(db: Db, organizationId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people p where p.erased_at is null and p.id in (
      select m.member_person_id from memberships m where m.organization_id = ${organizationId}::uuid and m.during @> ${day}::date
        and m.member_person_id is not null
      union
      select o.person_id from memberships m join positions o on o.organization_id = m.member_organization_id and o.during @> ${day}::date
      where m.organization_id = ${organizationId}::uuid and m.during @> ${day}::date and m.confirmed_at is not null
    ) order by p.id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The people who came, or were to come, to an event. */
export async function peopleOf(db: Db, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("registrations")
    .select("person_id")
    .distinct()
    .where("event_id", "=", eventId)
    .where("state", "=", "confirmed")
    .execute();
  return rows.map(({ person_id: id }) => id);
}

export type OwnInvitationRow = Awaited<ReturnType<typeof invitationsTo>>[number];

/** Events to come somebody is invited to and has not registered for, the next first; one more than asked for, if there is one. */
export function invitationsTo(
  db: Db,
  given: { personId: string; at: Temporal.Instant; limit: number; after?: [string, string] | undefined },
) {
  const { personId, at, limit, after } = given;
  return events(db)
    .innerJoin("event_invitations as i", "i.event_id", "e.id")
    .select(["i.invited_at", "i.declined_at"])
    .where("i.person_id", "=", personId)
    .where("e.status", "=", "published")
    .where("e.ends_at", ">", at)
    .where(
      sql<SqlBool>`not exists (select from registrations r where r.event_id = e.id and r.person_id = ${personId}::uuid and r.state <> 'cancelled')`,
    )
    .$if(after !== undefined, (query) => query.where(sql<SqlBool>`(e.starts_at, e.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("e.starts_at")
    .orderBy("e.id")
    .limit(limit + 1)
    .execute();
}
