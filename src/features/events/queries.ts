import { type SqlBool, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { isId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { dayIn } from "../../platform/time/day.ts";
import { globePoint, type Theme } from "../spaces/index.ts";
import { placeHolders } from "./counting/place-holders.ts";
import type { Audience, EventStatus, RegistrationState } from "./event.ts";
import type { ParentKind } from "./parents/parent.ts";
import { answersOfRegistration } from "./questions/queries.ts";

export type Host = { id: string; slug: string; name: string; leads: boolean };
/** The festival or series an event belongs to. */
export type ParentOfEvent = { id: string; slug: string; kind: ParentKind; title: Texts };
export type TicketTypeRow = {
  id: string;
  name: string;
  priceOre: number;
  memberPriceOre: number | null;
  opensAt: string | null;
  closesAt: string | null;
  needsCode: boolean;
  mostPlaces: number;
  quotas: string[];
};
export type QuotaRow = { id: string; name: string; size: number; taken: number; waiting: number };

/** Events with where they are and who holds them. Filter and order it further. */
export function events(db: Db) {
  return db
    .selectFrom("events as e")
    .leftJoin("spaces as s", "s.id", "e.space_id")
    .leftJoin("event_hosts as lead", (join) => join.onRef("lead.event_id", "=", "e.id").on("lead.leads", "=", true))
    .leftJoin("register_entries as v", "v.organization_id", "lead.organization_id")
    .select([
      "e.id",
      "e.slug",
      "e.titles",
      "e.descriptions",
      "e.place",
      "e.country",
      "e.online_url",
      "e.starts_at",
      "e.ends_at",
      "e.time_zone",
      "e.languages",
      sql<Audience>`e.audience`.as("audience"),
      sql<EventStatus>`e.status`.as("status"),
      "e.offer_hours",
      sql<Theme[]>`e.themes`.as("themes"),
      "e.answers_kept_days",
      "e.free_cancel_days",
      "e.late_cancel_percent",
      "e.needs_approval",
      "e.has_queue",
      "e.approval_hours",
      "v.vat_registered",
      "e.cancellation_reason",
      "e.version",
      "e.created_at",
      "s.id as space_id",
      "s.slug as space_slug",
      "s.name as space_name",
      "s.town",
      // where the space is, else where the event was said to be
      sql<string | null>`coalesce(s.municipality_number, e.municipality_number)`.as("municipality_number"),
      sql<string | null>`(select m.name_no from municipalities m
        where m.number = coalesce(s.municipality_number, e.municipality_number)
          and daterange(m.valid_from, m.valid_to) @> coalesce(s.municipality_recorded_on, e.municipality_recorded_on))`.as("municipality"),
      sql<ParentOfEvent | null>`(select jsonb_build_object('id', f.id, 'slug', f.slug, 'kind', f.kind, 'title', f.titles)
        from event_parents f where f.id = e.parent_id)`.as("parent"),
      sql<
        Host[]
      >`(select jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'leads', h.leads) order by h.leads desc, o.name collate norwegian)
        from event_hosts h join organizations o on o.id = h.organization_id where h.event_id = e.id)`.as("hosts"),
    ]);
}

/** Whose members an event is for, when not of those who hold it. */
export function audienceOf(db: Db, eventId: string) {
  return db
    .selectFrom("event_audience as a")
    .innerJoin("organizations as o", "o.id", "a.organization_id")
    .select(["o.id", "o.slug", "o.name"])
    .where("a.event_id", "=", eventId)
    .orderBy(sql`o.name collate norwegian`)
    .execute();
}

export type EventRow = Awaited<ReturnType<typeof findEvents>>[number];

/** Who holds it. */
export function hostIdsOf({ hosts }: Pick<EventRow, "hosts">): string[] {
  return hosts.map(({ id }) => id);
}

export function findEvent(db: Db, idOrSlug: string) {
  return events(db)
    .where(isId(idOrSlug) ? "e.id" : "e.slug", "=", idOrSlug)
    .executeTakeFirst();
}

export interface EventSearch {
  from: Temporal.Instant;
  to?: Temporal.Instant | undefined;
  near?: [latitude: number, longitude: number] | undefined;
  /** Id or slug of a host. */
  organization?: string | undefined;
  /** Id or slug of a network that holds it, or has a member on the day of `from` that does. */
  network?: string | undefined;
  /** Id or slug of where it is. */
  space?: string | undefined;
  language?: string | undefined;
  /** Id or slug of the festival or series it belongs to. */
  parent?: string | undefined;
  theme?: Theme | undefined;
  /** The number of the municipality it is in. */
  municipality?: string | undefined;
  limit: number;
  after?: [startsAt: string, id: string] | undefined;
}

/** Whether an event belongs to a parent, by its id or slug. */
export function isOfParent(key: string) {
  return isId(key)
    ? sql<SqlBool>`e.parent_id = ${key}::uuid`
    : sql<SqlBool>`e.parent_id in (select f.id from event_parents f where f.slug = ${key})`;
}

/** How far off an event in a space is still near, in metres along the great circle. */
const nearMetres = 50_000;

/** Events that are told of and not over at `from`, in order of time; one more than asked for, if there is one. */
export function findEvents(db: Db, search: EventSearch) {
  const { from, to, near, organization, network, space, language, parent, theme, municipality, limit, after } = search;
  const isThis = (key: string) => (isId(key) ? sql`o.id = ${key}::uuid` : sql`o.slug = ${key}`);
  const isHost = (key: string) =>
    sql<SqlBool>`exists (select from event_hosts h join organizations o on o.id = h.organization_id where h.event_id = e.id and ${isThis(key)})`;
  const isOfNetwork = (key: string) =>
    sql<SqlBool>`exists (select from organizations o join event_hosts h on h.event_id = e.id where ${isThis(key)} and (h.organization_id = o.id or exists (
      select from memberships m where m.organization_id = o.id and m.member_organization_id = h.organization_id and m.during @> ${dayIn(from, "Europe/Oslo")}::date)))`;
  // a chord of the globe of radius one
  const chord = 2 * Math.sin(nearMetres / 6_371_000 / 2);
  return events(db)
    .where("e.status", "<>", "draft")
    .where("e.audience", "<>", "invited")
    .where("e.ends_at", ">", from)
    .$if(to !== undefined, (query) => query.where("e.starts_at", "<", to ?? from))
    .$if(organization !== undefined, (query) => query.where(isHost(organization ?? "")))
    .$if(network !== undefined, (query) => query.where(isOfNetwork(network ?? "")))
    .$if(space !== undefined, (query) => query.where(isId(space ?? "") ? "s.id" : "s.slug", "=", space ?? ""))
    .$if(language !== undefined, (query) => query.where(sql<SqlBool>`${language} = any(e.languages)`))
    .$if(parent !== undefined, (query) => query.where(isOfParent(parent ?? "")))
    .$if(theme !== undefined, (query) => query.where(sql<SqlBool>`${theme} = any(e.themes)`))
    .$if(municipality !== undefined, (query) =>
      query.where(sql<SqlBool>`coalesce(s.municipality_number, e.municipality_number) = ${municipality}`),
    )
    .$if(near !== undefined, (query) =>
      query.where(
        // what is in no space is where its municipality is
        sql<SqlBool>`(s.globe_point <-> ${globePoint(near ?? [0, 0])}::public.cube < ${chord} or (s.id is null and exists (
          select from municipalities m where m.number = e.municipality_number
            and daterange(m.valid_from, m.valid_to) @> e.municipality_recorded_on and m.label_lat is not null
            and on_globe(m.label_lat, m.label_lon) <-> ${globePoint(near ?? [0, 0])}::public.cube < ${chord})))`,
      ),
    )
    .$if(after !== undefined, (query) => query.where(sql<SqlBool>`(e.starts_at, e.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("e.starts_at")
    .orderBy("e.id")
    .limit(limit + 1)
    .execute();
}

/** The kinds of tickets of an event in their order, with the names of the quotas they draw on. */
export async function ticketTypesOf(db: Db, eventId: string): Promise<TicketTypeRow[]> {
  const { rows } = await sql<TicketTypeRow>`
    select t.id, t.name, t.price_ore as "priceOre", t.member_price_ore as "memberPriceOre", t.opens_at::text as "opensAt", t.closes_at::text as "closesAt",
      t.access_code is not null as "needsCode", t.most_places as "mostPlaces", q.names as quotas
    from ticket_types t
    left join (
      select d.ticket_type_id, array_agg(q.name order by q.name) as names from ticket_type_quotas d
      join event_quotas q on q.event_id = d.event_id and q.id = d.quota_id where d.event_id = ${eventId}::uuid group by d.ticket_type_id
    ) q on q.ticket_type_id = t.id
    where t.event_id = ${eventId}::uuid order by t.place_in_order`.execute(db);
  return rows;
}

export function quotasOf(db: Db, eventId: string): Promise<QuotaRow[]> {
  return db
    .selectFrom("event_quotas")
    .select(["id", "name", "size", "taken", "waiting"])
    .where("event_id", "=", eventId)
    .orderBy(sql`name collate norwegian`)
    .execute();
}

/** Registrations with their event, kind of ticket and tickets. Filter and order it further. */
export function registrations(db: Db) {
  return db
    .selectFrom("registrations as r")
    .innerJoin("events as e", "e.id", "r.event_id")
    .innerJoin("ticket_types as t", "t.id", "r.ticket_type_id")
    .innerJoin("people as p", "p.id", "r.person_id")
    .leftJoin("organizations as o", "o.id", "r.organization_id")
    .select([
      "r.id",
      "r.event_id",
      "r.ticket_type_id",
      "r.quantity",
      "r.accepts_fewer",
      "r.person_id",
      "r.organization_id",
      "r.price_ore",
      "r.joint_id",
    ])
    .select([
      "r.registered_at",
      "r.held_until",
      "r.offered_at",
      "r.confirmed_at",
      "r.ending",
      "r.ending_reason",
      "r.vat_percent",
      "r.asked_at",
      sql<RegistrationState>`r.state`.as("state"),
    ])
    .select([
      "e.slug",
      "e.titles",
      "e.starts_at",
      "e.ends_at",
      "e.time_zone",
      "e.online_url",
      "e.free_cancel_days",
      "e.late_cancel_percent",
      "t.name as type_name",
      "p.name as holder",
      "o.name as organization_name",
    ])
    .select([
      sql<string[]>`array(select h.organization_id from event_hosts h where h.event_id = e.id)`.as("host_ids"),
      sql<
        { id: string; code: string; holderName: string | null; holderEmail: string | null; isUsed: boolean }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'code', k.code, 'holderName', k.holder_name, 'holderEmail', k.holder_email,
          'isUsed', k.checked_in_at is not null) order by k.id)
        from tickets k where k.event_id = r.event_id and k.registration_id = r.id and not k.is_cancelled), '[]')`.as("tickets"),
      sql<
        number | null
      >`case when r.state = 'waiting' then (select count(*) from registrations w where w.event_id = r.event_id and w.state = 'waiting'
        and (w.registered_at, w.id) <= (r.registered_at, r.id) and exists (select from ticket_type_quotas own join ticket_type_quotas also
          on also.event_id = own.event_id and also.quota_id = own.quota_id where own.event_id = r.event_id and own.ticket_type_id = r.ticket_type_id
          and (also.ticket_type_id = w.ticket_type_id or also.ticket_type_id = any(w.other_type_ids)))) end`.as("place_in_line"),
      sql<
        string[]
      >`array(select x.name from ticket_types x where x.event_id = e.id and x.id = any(r.other_type_ids) order by x.place_in_order)`.as(
        "other_types",
      ),
      answersOfRegistration.as("answers"),
      // what is owed first, then what was given back of it
      sql<
        ChargeRow[]
      >`coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'amountOre', c.amount_ore, 'code', k.code) order by c.written_at, c.amount_ore desc)
        from event_charges c left join tickets k on k.event_id = c.event_id and k.id = c.ticket_id
        where c.event_id = r.event_id and c.registration_id = r.id), '[]')`.as("charges"),
    ]);
}

/** What is owed for a registration, or owed no longer; with the code of the ticket, when it is about one place. */
export type ChargeRow = { kind: "registration" | "reversal" | "late_cancel"; amountOre: number; code: string | null };

export type RegistrationRow = NonNullable<Awaited<ReturnType<typeof findRegistration>>>;

export function findRegistration(db: Db, id: string) {
  return registrations(db).where("r.id", "=", id).executeTakeFirst();
}

/** Somebody's registrations, those of the latest events first; one more than asked for, if there is one. */
export function registrationsOf(
  db: Db,
  {
    personId,
    event,
    parent,
    limit,
    after,
  }: { personId: string; event?: string | undefined; parent?: string | undefined; limit: number; after: [string, string] | undefined },
) {
  return registrations(db)
    .where("r.person_id", "=", personId)
    .$if(parent !== undefined, (query) => query.where(isOfParent(parent ?? "")))
    .$if(event !== undefined, (query) => query.where(isId(event ?? "") ? "e.id" : "e.slug", "=", event ?? ""))
    .$if(after !== undefined, (query) => query.where(sql<SqlBool>`(e.starts_at, r.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy("e.starts_at", "desc")
    .orderBy("r.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** An event's registrations in order of arrival; one more than asked for, if there is one. */
export function registrationsFor(
  db: Db,
  {
    eventId,
    state,
    limit,
    after,
  }: { eventId: string; state?: RegistrationState | undefined; limit: number; after?: [string, string] | undefined },
) {
  return registrations(db)
    .where("r.event_id", "=", eventId)
    .$if(state !== undefined, (query) => query.where("r.state", "=", state ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(r.registered_at, r.id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("r.registered_at")
    .orderBy("r.id")
    .limit(limit + 1)
    .execute();
}

/** What an event comes to: the five counts kept apart, with those who wait. */
export async function countsOf(db: Db, eventId: string) {
  type Counts = Record<"invited" | "registered" | "held" | "waiting" | "people" | "organizations" | "checkedIn", number>;
  const { rows } = await sql<Counts>`
    select (select count(*) from event_invitations i where i.event_id = ${eventId}::uuid) as invited,
      coalesce(sum(r.quantity) filter (where r.state = 'confirmed'), 0)::integer as registered,
      coalesce(sum(r.quantity) filter (where r.state = 'held'), 0)::integer as held,
      coalesce(sum(r.quantity) filter (where r.state = 'waiting'), 0)::integer as waiting,
      (select count(distinct h.person_id) from ${placeHolders} h where h.event_id = ${eventId}::uuid) as people,
      count(distinct r.organization_id) filter (where r.state = 'confirmed') as organizations,
      (select count(*) from tickets k where k.event_id = ${eventId}::uuid and k.checked_in_at is not null) as "checkedIn"
    from registrations r where r.event_id = ${eventId}::uuid`.execute(db);
  return rows[0];
}

/** Of some slugs and what begins as they do, those that are taken. */
export async function takenSlugs(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("events")
    .select("slug")
    .where("slug", "like", sql<string>`any(${slugs.map((slug) => `${slug}%`)}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.slug));
}
