import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import { placeHolders } from "../counting/place-holders.ts";
import { events, type Host } from "../queries.ts";
import type { ParentKind } from "./parent.ts";

export type ParentRow = NonNullable<Awaited<ReturnType<typeof findParent>>>;

export function findParent(db: Db, idOrSlug: string) {
  return db
    .selectFrom("event_parents as f")
    .select(["f.id", "f.slug", sql<ParentKind>`f.kind`.as("kind"), sql<Texts>`f.titles`.as("titles")])
    .select([sql<Texts>`f.descriptions`.as("descriptions"), "f.recurrence", "f.version", "f.created_at"])
    .select(
      sql<
        Host[]
      >`(select jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'leads', h.leads) order by h.leads desc, o.name collate norwegian)
        from event_parent_hosts h join organizations o on o.id = h.organization_id where h.parent_id = f.id)`.as("hosts"),
    )
    .where(isId(idOrSlug) ? "f.id" : "f.slug", "=", idOrSlug)
    .executeTakeFirst();
}

/** The events of a festival or series, in order of time. */
export function eventsOfParent(db: Db, parentId: string) {
  return events(db).where("e.parent_id", "=", parentId).orderBy("e.starts_at").orderBy("e.id").execute();
}

/** Of some slugs and what begins as they do, those that are taken by parents. */
export async function takenParentSlugs(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom("event_parents").select("slug").where("slug", "like", `${slug}%`).execute();
  return new Set(rows.map((row) => row.slug));
}

export type TypeOfEvent = {
  eventId: string;
  id: string;
  name: string;
  priceOre: number;
  memberPriceOre: number | null;
  needsCode: boolean;
  mostPlaces: number;
  left: number;
  waiting: number;
};

/** The kinds of tickets of several events with what is left of them, in their order. */
export async function typesOfEvents(db: Db, eventIds: readonly string[]): Promise<TypeOfEvent[]> {
  const { rows } = await sql<TypeOfEvent>`
    with drawn as materialized (
      select d.ticket_type_id, min(q.size - q.taken) as "left", max(q.waiting) as waiting
      from ticket_type_quotas d join event_quotas q on q.event_id = d.event_id and q.id = d.quota_id
      where d.event_id = any(${eventIds}::uuid[]) group by d.ticket_type_id
    )
    select t.event_id as "eventId", t.id, t.name, t.price_ore as "priceOre", t.member_price_ore as "memberPriceOre",
      t.access_code is not null as "needsCode", t.most_places as "mostPlaces", coalesce(d."left", 0) as "left", coalesce(d.waiting, 0) as waiting
    from ticket_types t left join drawn d on d.ticket_type_id = t.id
    where t.event_id = any(${eventIds}::uuid[]) order by t.event_id, t.place_in_order`.execute(db);
  return rows;
}

export type Counts = Record<
  "invited" | "registered" | "held" | "waiting" | "people" | "organizations" | "checkedIn" | "places" | "taken",
  number
>;

/** What each of several events comes to, and all of them together: there a person and an organization are counted once. */
export async function countsOfEvents(db: Db, eventIds: readonly string[]): Promise<Map<string, Counts>> {
  const ids = sql`${eventIds}::uuid[]`;
  const { rows } = await sql<Counts & { eventId: string }>`
    with invited as materialized (
      select event_id, count(distinct person_id) as people from event_invitations where event_id = any(${ids}) group by event_id
    ), registered as materialized (
      select event_id,
        coalesce(sum(quantity) filter (where state = 'confirmed'), 0)::integer as registered,
        coalesce(sum(quantity) filter (where state = 'held'), 0)::integer as held,
        coalesce(sum(quantity) filter (where state = 'waiting'), 0)::integer as waiting,
        count(distinct organization_id) filter (where state = 'confirmed') as organizations
      from registrations where event_id = any(${ids}) group by event_id
    ), holding as materialized (
      select event_id, count(distinct person_id) as people from ${placeHolders} h where event_id = any(${ids}) group by event_id
    ), entered as materialized (
      select event_id, count(*) as tickets from tickets where event_id = any(${ids}) and checked_in_at is not null group by event_id
    ), quotas as materialized (
      select event_id, sum(size)::integer as places, sum(taken)::integer as taken from event_quotas where event_id = any(${ids}) group by event_id
    )
    select k.id as "eventId", coalesce(i.people, 0) as invited, coalesce(r.registered, 0) as registered, coalesce(r.held, 0) as held,
      coalesce(r.waiting, 0) as waiting, coalesce(h.people, 0) as people, coalesce(r.organizations, 0) as organizations,
      coalesce(c.tickets, 0) as "checkedIn", coalesce(q.places, 0) as places, coalesce(q.taken, 0) as taken
    from unnest(${ids}) k(id)
    left join invited i on i.event_id = k.id left join registered r on r.event_id = k.id
    left join holding h on h.event_id = k.id
    left join entered c on c.event_id = k.id left join quotas q on q.event_id = k.id`.execute(db);
  return new Map(rows.map(({ eventId, ...counts }) => [eventId, counts]));
}

/** Over several events: people and organizations, each once. */
export async function distinctOfEvents(db: Db, eventIds: readonly string[]) {
  const ids = sql`${eventIds}::uuid[]`;
  const { rows } = await sql<Record<"invited" | "people" | "organizations", number>>`
    select (select count(distinct person_id) from event_invitations where event_id = any(${ids})) as invited,
      (select count(distinct person_id) from ${placeHolders} h where event_id = any(${ids})) as people,
      count(distinct organization_id) as organizations
    from registrations where event_id = any(${ids}) and state = 'confirmed'`.execute(db);
  return rows[0] ?? { invited: 0, people: 0, organizations: 0 };
}
