import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import { globePoint } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";

/** Where somebody may book as more than anyone: their own organizations, and the networks these are in. */
export interface Reach {
  own: string[];
  networks: string[];
}

/** What a person reaches on any day of a window; which day they do is asked of each resource afterwards. */
export async function reachOf(db: Db, personId: string | null, days: { from: string; until: string }): Promise<Reach> {
  if (personId === null) return { own: [], networks: [] };
  const during = sql`daterange(${days.from}, ${days.until}, '[]')`;
  const { rows } = await sql<Reach>`
    with own as materialized (
      select p.organization_id as id from positions p where p.person_id = ${personId} and p.during && ${during}
      union
      select m.organization_id from memberships m where m.member_person_id = ${personId} and m.during && ${during}
      union
      select m.organization_id from positions p join memberships m on m.member_organization_id = p.organization_id and m.during && ${during}
      where p.person_id = ${personId} and p.during && ${during}
    )
    select array(select id from own) as own,
      array(
        select distinct theirs.organization_id from own
        join memberships theirs on theirs.member_organization_id = own.id and theirs.during && ${during}
      ) as networks`.execute(db);
  return rows[0] ?? { own: [], networks: [] };
}

/** Where a list goes on: distance or name of the space, the resource's capacity and its id. */
export type After = [place: number | string, capacity: number, id: string];

export interface CandidateSearch {
  near?: [latitude: number, longitude: number] | undefined;
  kinds: string[];
  equipment: string[];
  capacity: number;
  /** Id or slug. */
  space?: string | undefined;
  /** One resource only. */
  resource?: string | undefined;
  days: { from: string; until: string };
  reach: Reach;
  after?: After | undefined;
  limit: number;
}

export interface Candidate {
  id: string;
  space_id: string;
  name: string;
  kind: string;
  capacity: number;
  certification_id: string | null;
  needs_approval: boolean;
  space_slug: string;
  space_name: string;
  town: string | null;
  time_zone: string;
  /** The straight line on the globe of radius one; null without a place. */
  distance: number | null;
  /** What the list is in order of. */
  place: number | string;
}

/** Resources that fit and that somebody of this reach may book, nearest first (without a place: one's own houses, then by name), the smallest that holds so many before larger ones. */
export async function candidates(db: Db, search: CandidateSearch): Promise<Candidate[]> {
  const { near, space, resource, reach, days, after } = search;
  // without a place one's own houses come first
  const place = near
    ? sql`s.globe_point <-> ${globePoint(near)}::public.cube`
    : sql`(case when s.organization_id = any(${reach.own}::uuid[]) then '0 ' else '1 ' end || s.name) collate norwegian`;
  const key = near
    ? sql`(${after?.[0]}::float8, ${after?.[1]}::integer, ${after?.[2]}::uuid)`
    : sql`(${after?.[0]}::text, ${after?.[1]}::integer, ${after?.[2]}::uuid)`;
  const { rows } = await sql<Candidate>`
    select r.id, r.space_id, r.name, r.kind, r.capacity, r.certification_id, r.needs_approval, s.slug as space_slug, s.name as space_name, s.town,
      s.time_zone, ${near ? place : sql`null::float8`} as distance, ${place} as place
    from spaces s
    join resources r on r.space_id = s.id
    where r.capacity >= ${search.capacity}
      and r.in_use && daterange(${days.from}, ${days.until}, '[]')
      and ${search.kinds.length === 0 ? sql`true` : sql`r.kind = any(${search.kinds}::text[])`}
      and ${search.equipment.length === 0 ? sql`true` : sql`r.equipment @> ${search.equipment}::text[]`}
      and ${space === undefined ? sql`true` : isId(space) ? sql`s.id = ${space}` : sql`s.slug = ${space}`}
      and ${resource === undefined ? sql`true` : sql`r.id = ${resource}`}
      and (r.booked_by = 'everyone' or s.organization_id = any(${reach.own}::uuid[])
        or (r.booked_by = 'network' and exists (select from memberships ours where ours.member_organization_id = s.organization_id
          and ours.organization_id = any(${reach.networks}::uuid[]) and ours.during && daterange(${days.from}, ${days.until}, '[]'))))
      and ${after ? sql`(${place}, r.capacity, r.id) > ${key}` : sql`true`}
    order by ${place}, r.capacity, r.id
    limit ${search.limit}`.execute(db);
  return rows;
}

/** What a resource is and where its house lies. */
export function placeOfResource(db: Db, id: string) {
  return db
    .selectFrom("resources as r")
    .innerJoin("spaces as s", "s.id", "r.space_id")
    .select(["r.kind", "r.space_id", "s.time_zone", "s.latitude", "s.longitude"])
    .where("r.id", "=", id)
    .executeTakeFirst();
}

/** From when until when a resource, or a part of it, is taken around a time. */
export async function takenAround(db: Db, { resourceId, spaceId, from, until }: Interval & { resourceId: string; spaceId: string }) {
  const { rows } = await sql<{ from_at: Temporal.Instant | null; until_at: Temporal.Instant | null }>`
    with recursive down (id) as (
      select ${resourceId}::uuid union select child.id from down join resources child on child.part_of = down.id
    ),
    family as materialized (select id from down)
    select min(lower(t.during)) as from_at, max(upper(t.during)) as until_at
    from booked_resources t
    where t.space_id = ${spaceId}::uuid and t.resource_id = any(array(select id from family)) and t.during && tstzrange(${from}, ${until})`.execute(
    db,
  );
  const { from_at: start, until_at: end } = rows[0] ?? {};
  return start && end ? { from: start, until: end } : null;
}
