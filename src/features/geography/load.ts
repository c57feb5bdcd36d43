import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { type Geography, geographyChecksum, readGeography } from "./reference.ts";

// any number will do, as long as every process asks for the same
const loadLock = 4_017_003;

/**
 * Brings the tables of municipalities and counties in line with the reference files, when those have changed since the last time.
 * Several processes may call it at once; one does the work.
 * @returns whether anything was loaded
 */
export async function loadGeography(db: Db, now: Temporal.Instant): Promise<boolean> {
  const checksum = geographyChecksum();
  if (await isLoaded(db, checksum)) return false;
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(loadLock)})`.execute(tx);
    if (await isLoaded(tx, checksum)) return false;
    const geography = readGeography();
    await replaceMunicipalities(tx, geography);
    await replaceCounties(tx, geography);
    await replaceRegions(tx, geography);
    await tx
      .insertInto("reference_loads")
      .values({ name: "geography", checksum, loaded_at: now })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ checksum, loaded_at: now }))
      .execute();
    return true;
  });
}

async function isLoaded(db: Db | Tx, checksum: string): Promise<boolean> {
  const row = await db.selectFrom("reference_loads").select("checksum").where("name", "=", "geography").executeTakeFirst();
  return row?.checksum === checksum;
}

// Rows are replaced rather than updated: a number's old name has to end before the new one may begin.
async function replaceMunicipalities(tx: Tx, { municipalities, changes }: Geography): Promise<void> {
  await tx.deleteFrom("municipalities").execute();
  await tx.deleteFrom("municipality_changes").execute();
  await tx
    .insertInto("municipalities")
    .values(
      municipalities.map((municipality) => ({
        number: municipality.number,
        name: municipality.name,
        name_no: municipality.nameNo,
        county_number: municipality.countyNumber,
        valid_from: municipality.validFrom,
        valid_to: municipality.validTo,
        label_lat: municipality.label?.latitude ?? null,
        label_lon: municipality.label?.longitude ?? null,
      })),
    )
    .execute();
  await tx
    .insertInto("municipality_changes")
    .values(
      changes.map(({ date, fromNumber, toNumber, kind }) => ({
        date,
        from_number: fromNumber,
        to_number: toNumber,
        kind,
      })),
    )
    .execute();
}

async function replaceRegions(tx: Tx, { regions }: Geography): Promise<void> {
  const reference = tx.selectFrom("regions").select("id").where("organization_id", "is", null);
  await tx.deleteFrom("region_municipalities").where("region_id", "in", reference).execute();
  const names = [...new Map(regions.map(({ slug, name }) => [slug, name]))].map(([slug, name]) => ({ id: newId(), slug, name }));
  await tx
    .insertInto("regions")
    .values(names)
    .onConflict((conflict) =>
      conflict.column("slug").doUpdateSet(({ ref }) => ({ name: ref("excluded.name"), organization_id: null, recorded_on: null })),
    )
    .execute();
  const kept = new Map((await tx.selectFrom("regions").select(["id", "slug"]).execute()).map(({ id, slug }) => [slug, id]));
  await tx
    .insertInto("region_municipalities")
    .values(regions.map(({ slug, number, validFrom }) => ({ region_id: kept.get(slug) ?? "", number, valid_from: validFrom })))
    .execute();
}

async function replaceCounties(tx: Tx, { counties, countyChanges }: Geography): Promise<void> {
  await tx.deleteFrom("counties").execute();
  await tx.deleteFrom("county_changes").execute();
  await tx
    .insertInto("counties")
    .values(
      counties.map((county) => ({
        number: county.number,
        name: county.name,
        name_no: county.nameNo,
        valid_from: county.validFrom ?? "-infinity",
        valid_to: county.validTo,
      })),
    )
    .execute();
  await tx
    .insertInto("county_changes")
    .values(countyChanges.map(({ date, fromNumber, toNumber }) => ({ date, from_number: fromNumber, to_number: toNumber })))
    .execute();
}
