import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import { keptPlan } from "../../../platform/database/kept-plan.ts";
import { globePoint } from "../../spaces/index.ts";
import { familyOf } from "../deciding/statements.ts";
import type { Reach } from "./queries.ts";

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
  /** One of few numbers: each is a statement of its own. */
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
  opens_with_house: boolean;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  weekly_minutes: number | null;
  family: { id: string }[];
  space_slug: string;
  space_name: string;
  town: string | null;
  time_zone: string;
  /** The straight line on the globe of radius one; null without a place. */
  distance: number | null;
  /** What the list is in order of. */
  place: number | string;
}

/** Houses in an order that an index keeps. */
interface Walk {
  houses: RawBuilder<unknown>;
  order: RawBuilder<unknown>;
  distance: RawBuilder<unknown>;
  place: RawBuilder<unknown>;
  /** Where the walk goes on: of the order, the capacity and the id. */
  after: RawBuilder<unknown> | undefined;
}

/**
 * Resources that fit and that somebody of this reach may book, nearest first (without a place: one's own houses, then by name), the
 * smallest that holds so many before larger ones. Houses are walked through in order until there are so many, and no others read.
 */
export async function candidates(db: Db, search: CandidateSearch): Promise<Candidate[]> {
  const { near, after, limit, reach } = search;
  if (near) {
    const distance = sql`s.globe_point <-> ${globePoint(near)}::public.cube`;
    return walk(db, search, {
      houses: sql`true`,
      order: distance,
      distance,
      place: distance,
      after: after && goesOn(after, sql`${after[0]}::float8`),
    });
  }
  const isOwn = sql`s.organization_id = any(${reach.own}::uuid[])`;
  const isPast = after !== undefined && !String(after[0]).startsWith(own);
  const first = isPast || reach.own.length === 0 ? [] : await walk(db, search, byName(isOwn, own, after));
  if (first.length === limit) return first;
  const then = await walk(db, search, byName(sql`not ${isOwn}`, others, isPast ? after : undefined));
  return [...first, ...then].slice(0, limit);
}

// what the places of one's own houses and of others begin with
const [own, others] = ["0 ", "1 "];

function byName(houses: RawBuilder<unknown>, mark: string, after: After | undefined): Walk {
  const name = sql`s.name collate norwegian`;
  const from = after && sql`${String(after[0]).slice(mark.length)}::text`;
  return {
    houses: from ? sql`${houses} and ${name} >= ${from}` : houses,
    order: name,
    distance: sql`null::float8`,
    place: sql`${sql.lit(mark)} || s.name`,
    after: after && from && goesOn(after, from),
  };
}

function goesOn([, capacity, id]: After, place: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${place}, ${capacity}::integer, ${id}::uuid)`;
}

async function walk(db: Db, search: CandidateSearch, { houses, order, distance, place, after }: Walk): Promise<Candidate[]> {
  const { space, resource, reach, days } = search;
  const isOfSpace = space === undefined ? sql`true` : isId(space) ? sql`s.id = ${space}::uuid` : sql`s.slug = ${space}`;
  const isOfResource = resource === undefined ? sql`true` : sql`s.id = (select space_id from resources where id = ${resource}::uuid)`;
  const during = sql`daterange(${days.from}::date, ${days.until}::date, '[]')`;
  // what nearly all fulfil is not told as bare conditions, and a house is looked into by itself: a plan that is kept would expect
  // next to none, and read all resources there are to sort them
  const { rows } = await sql<Candidate>`
    ${keptPlan} select r.id, r.space_id, r.name, r.kind, r.capacity, r.certification_id, r.needs_approval, r.opens_with_house,
      r.buffer_before_minutes, r.buffer_after_minutes, r.weekly_minutes, ${sql.raw(familyOf)} as family, s.slug as space_slug,
      s.name as space_name, s.town, s.time_zone, ${distance} as distance, ${place} as place
    from spaces s
    cross join lateral (
      select * from resources r
      where r.space_id = s.id
        and ${resource === undefined ? sql`true` : sql`r.id = ${resource}::uuid`}
        and r.capacity >= ${search.capacity}
        and coalesce(r.in_use && ${during}, false)
        and coalesce(cardinality(${search.kinds}::text[]) = 0 or r.kind = any(${search.kinds}::text[]), false)
        and coalesce(r.equipment @> ${search.equipment}::text[], false)
        and coalesce(r.booked_by = 'everyone' or s.organization_id = any(${reach.own}::uuid[])
          or (r.booked_by = 'network' and exists (select from memberships ours where ours.member_organization_id = s.organization_id
            and ours.organization_id = any(${reach.networks}::uuid[]) and ours.during && ${during} offset 0)), false)
      offset 0
    ) r
    where ${houses} and ${isOfSpace} and ${isOfResource}
      and ${after ? sql`(${order}, r.capacity, r.id) > ${after}` : sql`true`}
    order by ${order}, r.capacity, r.id
    limit ${sql.lit(search.limit)}`.execute(db);
  return rows;
}
