import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Language } from "../../platform/language/language.ts";
import type { Day } from "../../platform/time/day.ts";
import type { Reach, Visibility } from "./organization.ts";
import { type PositionRole, shownRoles } from "./position.ts";

/** A position with its person. `to` is the first day it is no longer held. */
export interface PositionRow {
  id: string;
  organizationId: string;
  personId: string;
  personName: string;
  personEmail: string;
  role: PositionRole;
  title: string | null;
  from: Day | null;
  to: Day | null;
  lastConfirmedOn: Day | null;
}

/** A person with the positions the reader may see. */
export interface PersonRow {
  id: string;
  name: string;
  email: string;
  locale: Language;
  visibility: Visibility;
  version: number;
  positions: PersonPosition[];
}

export interface PersonPosition {
  id: string;
  role: PositionRole;
  title: string | null;
  from: Day | null;
  to: Day | null;
  organization: { id: string; slug: string; name: string };
}

/**
 * Positions at the organization, by name. Those who may see everyone get all that are held or will be; those who belong there,
 * whoever is not private; others the roles an organization shows, of people who agree to be seen by them.
 */
export async function findPositions(
  db: Db,
  actor: Actor,
  asked: { organizationId: string; reach: Reach; seesEveryone: boolean; limit: number; after?: [name: string, id: string] | undefined },
  today: Day,
): Promise<PositionRow[]> {
  const self = actor.kind === "person" ? actor.personId : null;
  const shown = asked.seesEveryone
    ? sql`true`
    : sql`(n.id = ${self}::uuid or (p.during @> ${today}::date and ${shownPeople(asked.reach)}))`;
  const { rows } = await sql<PositionRow>`
    select p.id, p.organization_id as "organizationId", n.id as "personId", n.name as "personName", n.email as "personEmail", p.role, p.title,
      lower(p.during) as from, upper(p.during) as to, p.last_confirmed_on as "lastConfirmedOn"
    from positions p join people n on n.id = p.person_id
    where p.organization_id = ${asked.organizationId}::uuid and n.erased_at is null
      and (upper_inf(p.during) or upper(p.during) > ${today}::date) and ${shown}
      and (${asked.after?.[0] ?? null}::text is null
        or (n.name collate norwegian, p.id) > (${asked.after?.[0] ?? null}::text, ${asked.after?.[1] ?? null}::uuid))
    order by n.name collate norwegian, p.id
    limit ${asked.limit + 1}`.execute(db);
  return rows;
}

/** One position at the organization; with `today`, only if it is held then or will be. */
export async function findPosition(db: Db, organizationId: string, id: string, today?: Day): Promise<PositionRow | undefined> {
  const { rows } = await sql<PositionRow>`
    select p.id, p.organization_id as "organizationId", n.id as "personId", n.name as "personName", n.email as "personEmail", p.role, p.title,
      lower(p.during) as from, upper(p.during) as to, p.last_confirmed_on as "lastConfirmedOn"
    from positions p join people n on n.id = p.person_id
    where p.organization_id = ${organizationId}::uuid and p.id = ${id}::uuid
      and (${today ?? null}::date is null or upper_inf(p.during) or upper(p.during) > ${today ?? null}::date)`.execute(db);
  return rows[0];
}

/** How many hold the role today: at one organization, or anywhere. */
export async function countHolders(db: Db, role: PositionRole, today: Day, organizationId?: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct p.person_id) as count from positions p join people n on n.id = p.person_id
    where p.role = ${role} and p.during @> ${today}::date and n.erased_at is null
      and (${organizationId ?? null}::uuid is null or p.organization_id = ${organizationId ?? null}::uuid)`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * People by name or address, in Norwegian order, each with the positions held today or later. Of a manager, those at the
 * organizations managed, and of their positions only those there.
 */
export async function findPeople(
  db: Db,
  asked: { text: string; organizations: "all" | string[]; limit: number; after?: [name: string, id: string] | undefined },
  today: Day,
): Promise<PersonRow[]> {
  const within =
    asked.organizations === "all" ? sql`true` : sql`${positionsOf(today)} and p.organization_id = any(${asked.organizations}::uuid[])`;
  const { rows } = await sql<PersonRow>`
    select ${person(asked.organizations, today)} from people n
    where n.erased_at is null
      and ${isCalled(asked.text)}
      and (${asked.organizations === "all"} or exists (select from positions p where p.person_id = n.id and ${within}))
      and (${asked.after?.[0] ?? null}::text is null
        or (n.name collate norwegian, n.id) > (${asked.after?.[0] ?? null}::text, ${asked.after?.[1] ?? null}::uuid))
    order by n.name collate norwegian, n.id
    limit ${asked.limit + 1}`.execute(db);
  return rows;
}

/** One person, with the positions at these organizations. */
export async function findPerson(db: Db, id: string, organizations: "all" | string[], today: Day): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${person(organizations, today)} from people n where n.id = ${id}::uuid and n.erased_at is null`.execute(db);
  return rows[0];
}

/** Whether the person holds a position, or is a member, at one of the organizations. */
export async function isPersonAt(db: Db, personId: string, organizations: string[], today: Day): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select exists (select from positions p where p.person_id = ${personId}::uuid and p.organization_id = any(${organizations}::uuid[]) and ${positionsOf(today)})
      or exists (select from memberships m where m.member_person_id = ${personId}::uuid and m.organization_id = any(${organizations}::uuid[])
        and m.during @> ${today}::date) as "isThere"`.execute(db);
  return rows[0]?.isThere ?? false;
}

/** Whether the text is part of the name or address of the person of alias `n`. */
export function isCalled(typed: string): RawBuilder<boolean> {
  // what one types stands for itself in `like`
  const text = typed.trim().replace(/[\\%_]/g, "\\$&");
  return sql<boolean>`(search_form(n.name) like '%' || search_form(${text}) || '%' or n.email like '%' || lower(${text}) || '%')`;
}

function shownPeople(reach: Reach): RawBuilder<boolean> {
  if (reach === "own") return sql<boolean>`n.visibility <> 'private'`;
  const agreed = reach === "fellow" ? sql`n.visibility <> 'private'` : sql`n.visibility = 'public'`;
  return sql<boolean>`p.role = any(${[...shownRoles]}::text[]) and ${agreed}`;
}

function positionsOf(today: Day) {
  return sql`(upper_inf(p.during) or upper(p.during) > ${today}::date)`;
}

function person(organizations: "all" | string[], today: Day) {
  const here = organizations === "all" ? sql`true` : sql`p.organization_id = any(${organizations}::uuid[])`;
  return sql`n.id, n.name, n.email, n.locale, n.visibility, n.version, coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'title', p.title, 'from', lower(p.during), 'to', upper(p.during),
      'organization', jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name)) order by o.name collate norwegian, p.role, p.id)
    from positions p join organizations o on o.id = p.organization_id
    where p.person_id = n.id and ${positionsOf(today)} and ${here}), '[]') as positions`;
}
