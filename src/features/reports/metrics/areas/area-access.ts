import type { Actor } from "../../../../platform/access/actor.ts";
import type { Db } from "../../../../platform/database/database.ts";
import type { Day } from "../../../../platform/time/day.ts";
import { type AreaName, areasOfCounty, countyOfPlace } from "../../../geography/index.ts";

/**
 * The areas an organization answers for: of a county's or a municipality's own body, its county under the borders, and the named regions
 * that lie whole in it. Its county is the one that was written down, else the one it lies in: an office can lie in the county beside.
 */
export async function areasOfOrganization(db: Db, organizationId: string, borders: Day): Promise<AreaName[]> {
  const body = await db
    .selectFrom("organizations as o")
    .innerJoin("organization_kinds as k", "k.organization_id", "o.id")
    .leftJoin("area_bodies as a", "a.organization_id", "o.id")
    .select(["o.municipality_number as number", "o.municipality_recorded_on as recordedOn", "o.latitude", "o.longitude"])
    .select("a.county_number as county")
    .where("o.id", "=", organizationId)
    .where("k.kind", "in", ["county", "municipality"])
    .executeTakeFirst();
  if (!body) return [];
  const { county, number, recordedOn, ...point } = body;
  if (county !== null) return await areasOfCounty(db, county, borders);
  if (number === null || recordedOn === null) return [];
  const found = await countyOfPlace(db, { number, recordedOn, ...point }, borders);
  return found === undefined ? [] : await areasOfCounty(db, found, borders);
}

/** Whether the actor may read every figure of an area: those who run a public body that answers for it, and the operator. */
export async function mayReadArea(db: Db, actor: Actor, key: string, borders: Day): Promise<boolean> {
  if (actor.kind !== "person") return false;
  if (actor.isOperator) return true;
  const run = actor.positions.filter(({ role }) => ["owner", "manager", "coordinator"].includes(role));
  for (const { organizationId } of run)
    if ((await areasOfOrganization(db, organizationId, borders)).some((area) => area.key === key)) return true;
  return false;
}
