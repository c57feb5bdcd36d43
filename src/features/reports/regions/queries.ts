import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { municipalitiesAt, readReference } from "../../geography/index.ts";

export interface OwnRegion {
  id: string;
  slug: string;
  name: string;
  organizationId: string;
  recordedOn: string;
  openedAt: Temporal.Instant | null;
  version: number;
  numbers: string[];
}

function regions(db: Db) {
  return db
    .selectFrom("regions as r")
    .innerJoin("organizations as o", "o.id", "r.organization_id")
    .select(["r.id", "r.slug", "r.name", "o.id as organizationId", sql<string>`r.recorded_on::text`.as("recordedOn")])
    .select(["r.opened_at as openedAt", "r.version"])
    .select(sql<string[]>`array(select m.number from region_municipalities m where m.region_id = r.id order by m.number)`.as("numbers"));
}

export function findOwnRegion(db: Db, slug: string): Promise<OwnRegion | undefined> {
  return regions(db).where("r.slug", "=", slug).executeTakeFirst();
}

export function regionsOf(db: Db, organizationId: string): Promise<OwnRegion[]> {
  return regions(db).where("r.organization_id", "=", organizationId).orderBy("r.name").orderBy("r.id").execute();
}

/** Regions with the names their municipalities had. */
export async function withNames(db: Db, own: readonly OwnRegion[]) {
  const reference = own.length === 0 ? { municipalities: [] } : await readReference(db);
  return own.map((region) => {
    const names = new Map(municipalitiesAt(reference, region.recordedOn).map(({ number, nameNo }) => [number, nameNo]));
    return { ...region, municipalities: region.numbers.map((number) => ({ number, name: names.get(number) ?? number })) };
  });
}
