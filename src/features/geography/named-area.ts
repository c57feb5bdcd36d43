import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { type AreaRecords, areasOf } from "./area.ts";
import { type County, countiesAt } from "./county.ts";
import { countyAt, type GeographyReference, type RecordedPlace } from "./municipality.ts";
import { readReference } from "./queries.ts";
import { type RegionMunicipality, regionAt } from "./region.ts";

/** A county, "county-32", or a named region, "romerike", under the borders of a day. */
export interface NamedArea {
  key: string;
  name: string;
  kind: "county" | "region";
  /** With which numbers its places can have been recorded. */
  records: AreaRecords;
  /** Whether a place lies in it; undefined where nothing settles it. */
  holds(place: RecordedPlace): boolean | undefined;
}

type Reference = GeographyReference & { counties: County[] };

/** An area by its key; undefined where there is none of that key under the borders. */
export async function findArea(db: Db, key: string, borders: Day): Promise<NamedArea | undefined> {
  const reference = await readReference(db);
  const [, number] = /^county-(\d\d)$/.exec(key) ?? [];
  return number === undefined ? regionOf(db, reference, key, borders) : countyOf(reference, number, borders);
}

/** The counties and named regions whose land a body of a place answers for: its county, and the regions that lie whole in that. */
export async function areasAround(db: Db, place: RecordedPlace, borders: Day): Promise<{ key: string; name: string }[]> {
  const reference = await readReference(db);
  const county = countyAt(reference, place, borders);
  if (county.kind !== "one") return [];
  const regions: { key: string; name: string }[] = [];
  for (const { slug, name, members } of await readRegions(db)) {
    const { municipalities } = regionAt(reference, members, borders);
    if (municipalities.length > 0 && municipalities.every(({ countyNumber }) => countyNumber === county.number))
      regions.push({ key: slug, name });
  }
  return [{ key: `county-${county.number}`, name: county.nameNo }, ...regions];
}

function countyOf(reference: Reference, number: string, borders: Day): NamedArea | undefined {
  const county = countiesAt(reference, borders).find((one) => one.number === number);
  if (!county) return undefined;
  const areas = areasOf(reference);
  const area = { kind: "county" as const, number };
  return {
    ...{ key: `county-${number}`, name: county.nameNo, kind: "county" as const },
    records: areas.records(area, borders),
    holds: (place) => areas.holds(area, place, borders),
  };
}

async function regionOf(db: Db, reference: Reference, slug: string, borders: Day): Promise<NamedArea | undefined> {
  const region = (await readRegions(db)).find((one) => one.slug === slug);
  const { municipalities } = regionAt(reference, region?.members ?? [], borders);
  if (!region || municipalities.length === 0) return undefined;
  const areas = areasOf(reference);
  const numbers = new Set(municipalities.map(({ number }) => number));
  return {
    ...{ key: slug, name: region.name, kind: "region" as const },
    records: areas.recordsIn("municipality", numbers, borders),
    holds: (place) => areas.holdsIn("municipality", numbers, place, borders),
  };
}

async function readRegions(db: Db): Promise<{ slug: string; name: string; members: RegionMunicipality[] }[]> {
  const rows = await db
    .selectFrom("regions as r")
    .innerJoin("region_municipalities as m", "m.region_id", "r.id")
    .select(["r.slug", "r.name", "m.number", "m.valid_from as validFrom", "m.valid_to as validTo"])
    .orderBy("r.slug")
    .orderBy("m.number")
    .execute();
  return [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, members]) => ({ slug, name: members[0]?.name ?? slug, members }));
}

/** The day whose borders a key is meant under when none are named: today, or the last one of a county that is gone. */
export async function meantOn(db: Db, key: string, today: Day): Promise<Day> {
  const [, number] = /^county-(\d\d)$/.exec(key) ?? [];
  return number === undefined ? today : areasOf(await readReference(db)).meantOn({ kind: "county", number }, today);
}
