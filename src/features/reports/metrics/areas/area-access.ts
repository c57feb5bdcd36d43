import type { Actor } from "../../../../platform/access/actor.ts";
import type { Db } from "../../../../platform/database/database.ts";
import type { Day } from "../../../../platform/time/day.ts";
import { type AreaName, areasOfCounty, countyOfPlace } from "../../../geography/index.ts";
import { findOwnRegion, regionsOf } from "../../regions/queries.ts";

/**
 * The areas an organization has figures and reports of: those it answers for, and the regions it has drawn itself. Of the latter it reads
 * the public figures, and the others when the operator has opened them.
 */
export async function areasOfOrganization(db: Db, organizationId: string, borders: Day): Promise<AreaName[]> {
  const answered = await areasOfBody(db, organizationId, borders);
  const drawn = (await regionsOf(db, organizationId)).map(({ slug: key, name }) => ({ key, name }));
  return [...answered, ...drawn.filter(({ key }) => !answered.some((area) => area.key === key))];
}

/** Whether an organization answers for all that is in an area, and not for what is its own or public there alone. */
export async function answersFor(db: Db, organizationId: string, key: string, borders: Day): Promise<boolean> {
  if ((await areasOfBody(db, organizationId, borders)).some((area) => area.key === key)) return true;
  const region = await findOwnRegion(db, key);
  return region?.organizationId === organizationId && region.openedAt !== null;
}

/**
 * The areas an organization answers for: of a county's or a municipality's own body, its county under the borders, and the named regions
 * that lie whole in it. Its county is the one that was written down, else the one it lies in: an office can lie in the county beside.
 */
async function areasOfBody(db: Db, organizationId: string, borders: Day): Promise<AreaName[]> {
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
  const located = number === null || recordedOn === null ? undefined : await countyOfPlace(db, { number, recordedOn, ...point }, borders);
  const areas = await areasOfCounty(db, county ?? located ?? "", borders);
  return areas.flatMap(({ key, name, ownerId }) => (ownerId === undefined || ownerId === organizationId ? [{ key, name }] : []));
}

/** Whether the actor may read every figure of an area: those who run an organization that answers for it, and the operator. */
export async function mayReadArea(db: Db, actor: Actor, key: string, borders: Day): Promise<boolean> {
  if (actor.kind !== "person") return false;
  if (actor.isOperator) return true;
  const run = actor.positions.filter(({ role }) => ["owner", "manager", "coordinator"].includes(role));
  for (const { organizationId } of run) if (await answersFor(db, organizationId, key, borders)) return true;
  return false;
}
