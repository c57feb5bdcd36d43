import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Day } from "../../platform/time/day.ts";
import { type LogoColumns, visibleSql } from "../organizations/index.ts";
import { peopleSeenAt } from "./policy.ts";

/** A membership with the names around it. */
export interface MemberRow {
  id: string;
  organization_id: string;
  member_organization_id: string | null;
  member_person_id: string | null;
  during: string;
  plan: string | null;
  tier: string | null;
  payer: string;
  exchange_opt_out: boolean;
  note: string | null;
  version: number;
  confirmed_at: Temporal.Instant | null;
  name: string;
  slug: string | null;
  email: string | null;
  contact_confirmed_on: Day | null;
  municipality: string | null;
  parent_slug: string;
  parent_name: string;
}

export interface MemberSearch {
  organizationId: string;
  on?: Day | undefined;
  isDeep: boolean;
  text: string;
  limit: number;
  /** Name and membership id of the last one seen. */
  after?: [name: string, id: string] | undefined;
}

/** The organization, as much as its members' pages say of it. */
export function findNamedOrganization(db: Db, idOrSlug: string) {
  return db
    .selectFrom("organizations")
    .select(["id", "slug", "name"])
    .where(isId(idOrSlug) ? "id" : "slug", "=", idOrSlug)
    .executeTakeFirst();
}

/**
 * The organization that these words may enter as a member or a candidate: one the actor may see, or one that networks see and
 * whose exact word is known. What is private is answered as what is not there.
 */
export async function findOrganizationToEnter(db: Db, actor: Actor, idOrSlug: string, today: Day) {
  const key = isId(idOrSlug) ? sql`o.id = ${idOrSlug}::uuid` : sql`o.slug = ${idOrSlug}`;
  const { rows } = await sql<{ id: string }>`
    select o.id from organizations o where ${key} and (o.visibility = 'network' or ${visibleSql(actor, today)})`.execute(db);
  return rows[0];
}

/** The network with this id or slug, if the actor may see that it is there. */
export async function findNetwork(db: Db, actor: Actor, idOrSlug: string, today: Day) {
  const key = isId(idOrSlug) ? sql`o.id = ${idOrSlug}::uuid` : sql`o.slug = ${idOrSlug}`;
  const { rows } = await sql<{ id: string; slug: string; name: string }>`
    select o.id, o.slug, o.name from organizations o
    where ${key} and exists (select from organization_kinds k where k.organization_id = o.id and k.kind in ('network', 'cluster'))
      and ${visibleSql(actor, today)}`.execute(db);
  return rows[0];
}

/**
 * Members, direct or to any depth, in Norwegian order of names; one more than asked for, if there is one. Deep, the
 * organizations on the way are gathered as a set, so that a circle of members ends. Below the first level only people of
 * organizations whose people the actor may see, and organizations that are not private.
 */
export async function findMembers(db: Db, actor: Actor, search: MemberSearch): Promise<MemberRow[]> {
  const on = search.on ?? null;
  const seen = peopleSeenAt(actor);
  const isSeen =
    seen === "all" ? sql`true` : sql`(m.organization_id = ${search.organizationId}::uuid or m.organization_id = any(${seen}::uuid[]))`;
  const text = literally(search.text.trim());
  const { rows } = await sql<MemberRow>`
    with recursive within (id) as (
      select ${search.organizationId}::uuid
      union
      select m.member_organization_id from within w join memberships m on m.organization_id = w.id
      where ${search.isDeep} and m.member_organization_id is not null and m.confirmed_at is not null and m.during @> ${on}::date
    )
    select ${memberColumns}
    from within w join memberships m on m.organization_id = w.id ${memberJoins}
    where (${on}::date is null or m.during @> ${on}::date)
      and m.member_organization_id is distinct from ${search.organizationId}::uuid
      and (${isSeen} or (m.member_organization_id is not null and o.visibility <> 'private'))
      and (${text} = '' or search_form(coalesce(p.name, o.name)) like '%' || search_form(${text}) || '%'
        or ${shownEmail} like '%' || lower(${text}) || '%')
      and (${search.after?.[0] ?? null}::text is null
        or (coalesce(p.name, o.name) collate norwegian, m.id) > (${search.after?.[0] ?? null}::text, ${search.after?.[1] ?? null}::uuid))
    order by coalesce(p.name, o.name) collate norwegian, m.id
    limit ${search.limit + 1}`.execute(db);
  return rows;
}

/** One membership with the names around it. */
export async function findMember(db: Db, id: string): Promise<MemberRow | undefined> {
  const { rows } = await sql<MemberRow>`select ${memberColumns} from memberships m ${memberJoins} where m.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** A membership locked for a change. */
export function lockMembership(db: Db, id: string) {
  return db.selectFrom("memberships").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export interface StayRow {
  kind: "person" | "organization";
  memberId: string;
  slug: string | null;
  name: string;
  during: string;
}

/** Every stay that touches `[since, to)`, by name: what the figures of a period are counted from. */
export async function findStays(db: Db, organizationId: string, since: Day, to: Day): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`
    select case when p.id is null then 'organization' else 'person' end as kind, coalesce(p.id, o.id) as "memberId", o.slug,
      coalesce(p.name, o.name) as name, m.during
    from memberships m left join people p on p.id = m.member_person_id left join organizations o on o.id = m.member_organization_id
    where m.organization_id = ${organizationId}::uuid and lower(m.during) < ${to}::date
      and (upper_inf(m.during) or upper(m.during) >= ${since}::date)
    order by coalesce(p.name, o.name) collate norwegian, "memberId", lower(m.during)`.execute(db);
  return rows;
}

/** The stays of the organizations a condition on `o` names in any network or cluster, those that overlap made one. */
export async function findStaysAmong(db: Db, isMeant: RawBuilder<boolean>, since: Day, to: Day): Promise<StayRow[]> {
  const { rows } = await sql<StayRow>`
    select 'organization' as kind, o.id as "memberId", o.slug, o.name, s.during
    from organizations o cross join lateral (
      select unnest(range_agg(m.during)) as during from memberships m
      where m.member_organization_id = o.id
        and exists (select from organization_kinds k where k.organization_id = m.organization_id and k.kind in ('network', 'cluster'))) s
    where ${isMeant} and lower(s.during) < ${to}::date and (upper_inf(s.during) or upper(s.during) >= ${since}::date)
    order by o.name collate norwegian, o.id, lower(s.during)`.execute(db);
  return rows;
}

export interface NetworkMemberRow extends LogoColumns {
  id: string;
  slug: string;
  name: string;
  during: string;
  municipality: string | null;
  website: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Member organizations of today, by their own word, that the actor may see; one more than asked for, if there is one. */
export async function findNetworkMembers(
  db: Db,
  actor: Actor,
  search: { networkId: string; today: Day; limit: number; after?: [name: string, id: string] | undefined },
): Promise<NetworkMemberRow[]> {
  const { rows } = await sql<NetworkMemberRow>`
    select o.id, o.slug, o.name, m.during, g.name_no as municipality, o.website,
      o.logo_id as "logoId", o.logo_width as "logoWidth", o.logo_height as "logoHeight", o.logo_ground as "logoGround",
      coalesce(o.latitude, g.label_lat) as latitude, coalesce(o.longitude, g.label_lon) as longitude
    from memberships m join organizations o on o.id = m.member_organization_id ${municipality}
    where m.organization_id = ${search.networkId}::uuid and m.during @> ${search.today}::date and m.confirmed_at is not null
      and ${visibleSql(actor, search.today)}
      and (${search.after?.[0] ?? null}::text is null
        or (o.name collate norwegian, o.id) > (${search.after?.[0] ?? null}::text, ${search.after?.[1] ?? null}::uuid))
    order by o.name collate norwegian, o.id
    limit ${search.limit + 1}`.execute(db);
  return rows;
}

const municipality = sql`left join municipalities g on g.number = o.municipality_number and g.valid_from <= o.municipality_recorded_on
  and (g.valid_to is null or g.valid_to > o.municipality_recorded_on)`;
const memberJoins = sql`
  join organizations u on u.id = m.organization_id
  left join people p on p.id = m.member_person_id
  left join organizations o on o.id = m.member_organization_id ${municipality}`;
// a contact is shown to those the organization has said it belongs to
const shownEmail = sql`coalesce(case when p.erased_at is null then p.email end, case when m.confirmed_at is not null then o.contact_email end)`;
const memberColumns = sql`m.id, m.organization_id, m.member_organization_id, m.member_person_id, m.during, m.plan, m.tier, m.payer,
  m.exchange_opt_out, m.note, m.version, m.confirmed_at, coalesce(p.name, o.name) as name, o.slug, ${shownEmail} as email,
  case when m.confirmed_at is not null then o.contact_confirmed_on end as contact_confirmed_on, g.name_no as municipality, u.slug as parent_slug, u.name as parent_name`;

/** What one types stands for itself in `like`. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
