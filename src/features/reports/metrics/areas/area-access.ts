import type { Actor } from "../../../../platform/access/actor.ts";
import type { Db } from "../../../../platform/database/database.ts";
import type { Day } from "../../../../platform/time/day.ts";
import { areasAround } from "../../../geography/index.ts";

export interface NamedKey {
  key: string;
  name: string;
}

/** The areas an organization answers for: of a county's or a municipality's own body, the county it lies in and the regions whole in that. */
export async function areasOfOrganization(db: Db, organizationId: string, borders: Day): Promise<NamedKey[]> {
  const body = await db
    .selectFrom("organizations as o")
    .innerJoin("organization_kinds as k", "k.organization_id", "o.id")
    .select(["o.municipality_number as number", "o.municipality_recorded_on as recordedOn", "o.latitude", "o.longitude"])
    .where("o.id", "=", organizationId)
    .where("k.kind", "in", ["county", "municipality"])
    .executeTakeFirst();
  if (!body?.number || !body.recordedOn) return [];
  return await areasAround(db, { ...body, number: body.number, recordedOn: body.recordedOn }, borders);
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
