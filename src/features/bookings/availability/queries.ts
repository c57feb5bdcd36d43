import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { keptPlan } from "../../../platform/database/kept-plan.ts";
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
    ${keptPlan} with own as materialized (
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

/** What a resource is and where its house lies. */
export function placeOfResource(db: Db, id: string) {
  return db
    .selectFrom("resources as r")
    .innerJoin("spaces as s", "s.id", "r.space_id")
    .select(["r.kind", "r.space_id", "s.time_zone", "s.latitude", "s.longitude"])
    .where("r.id", "=", id)
    .executeTakeFirst();
}

/** From when until when a resource, or a part of it, is taken around a time and the buffers that belong to it. */
export async function takenAround(db: Db, { resourceId, spaceId, from, until }: Interval & { resourceId: string; spaceId: string }) {
  const { rows } = await sql<{ from_at: Temporal.Instant | null; until_at: Temporal.Instant | null }>`
    with recursive down (id) as (
      select ${resourceId}::uuid union select child.id from down join resources child on child.part_of = down.id
    ),
    family as materialized (select id from down)
    select min(lower(t.during)) as from_at, max(upper(t.during)) as until_at
    from booked_resources t cross join (select make_interval(mins => buffer_before_minutes) as before, make_interval(mins => buffer_after_minutes) as after
      from resources where id = ${resourceId}::uuid) buffer
    where t.space_id = ${spaceId}::uuid and t.resource_id = any(array(select id from family)) and t.during && tstzrange(${from}::timestamptz - before, ${until}::timestamptz + after)`.execute(
    db,
  );
  const { from_at: start, until_at: end } = rows[0] ?? {};
  return start && end ? { from: start, until: end } : null;
}
