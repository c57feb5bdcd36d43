import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { Price } from "./resource.ts";

/** Resources with their space and prices. Filter and order it further. */
export function resources(db: Db) {
  return db
    .selectFrom("resources as r")
    .innerJoin("spaces as s", "s.id", "r.space_id")
    .selectAll("r")
    .select([
      "s.slug as space_slug",
      "s.name as space_name",
      "s.time_zone",
      "s.organization_id",
      sql<
        Price[]
      >`coalesce((select jsonb_agg(jsonb_build_object('audience', p.audience, 'unit', p.unit, 'amountOre', p.amount_ore) order by p.audience, p.unit)
        from resource_prices p where p.resource_id = r.id), '[]')`.as("prices"),
    ]);
}

export type ResourceFacts = NonNullable<Awaited<ReturnType<typeof findResource>>>;

/** The resource with this id, also one that is out of use. */
export function findResource(db: Db, id: string) {
  return resources(db).where("r.id", "=", id).executeTakeFirst();
}

/** The same, kept from other edits until the transaction ends. */
export function lockResource(tx: Db, id: string) {
  return resources(tx).where("r.id", "=", id).forNoKeyUpdate("r").executeTakeFirst();
}

export interface ResourceSearch {
  /** Id or slug. */
  space?: string | undefined;
  kind?: string | undefined;
  capacity?: number | undefined;
  /** Only what is in use that day. */
  today?: string | undefined;
  limit: number;
  /** Space, place in the house's order, name and id of the last one seen. */
  after?: [spaceId: string, placeInOrder: number, name: string, id: string] | undefined;
}

/** Resources, house by house in the houses' own order; one more than asked for, if there is one. */
export function searchResources(db: Db, { space, kind, capacity, today, limit, after }: ResourceSearch) {
  return resources(db)
    .$if(today !== undefined, (query) => query.where(sql<boolean>`r.in_use @> ${today}::date`))
    .$if(space !== undefined, (query) => query.where(isId(space ?? "") ? "s.id" : "s.slug", "=", space ?? ""))
    .$if(kind !== undefined, (query) => query.where("r.kind", "=", kind ?? ""))
    .$if(capacity !== undefined, (query) => query.where("r.capacity", ">=", capacity ?? 0))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(r.space_id, r.place_in_order, r.name collate norwegian, r.id) > (${after?.[0]}::uuid, ${after?.[1]}::integer, ${after?.[2]}, ${after?.[3]}::uuid)`,
      ),
    )
    .orderBy("r.space_id")
    .orderBy("r.place_in_order")
    .orderBy(sql`r.name collate norwegian`)
    .orderBy("r.id")
    .limit(limit + 1)
    .execute();
}

/** The resource and everything it is a part of, nearest first, so that a circle can be seen before it is closed. */
export async function wholesOf(db: Db, resourceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up (id, depth) as (
      select ${resourceId}::uuid, 0
      union all
      select r.part_of, up.depth + 1 from up join resources r on r.id = up.id where r.part_of is not null and up.depth < 10
    )
    select id from up order by depth`.execute(db);
  return rows.map(({ id }) => id);
}

/** How many bookings hold time of the resource or of its parts from a moment on. */
export async function bookingsAhead(
  db: Db,
  { spaceId, resourceId, from }: { spaceId: string; resourceId: string; from: Temporal.Instant },
) {
  const { rows } = await sql<{ count: number }>`
    select count(distinct booking_id) as count from booked_resources
    where space_id = ${spaceId}::uuid and resource_id = ${resourceId}::uuid and during && tstzrange(${from}, null)`.execute(db);
  return rows[0]?.count ?? 0;
}
