import type { Db } from "../../platform/database/database.ts";
import { addDays, type Day } from "../../platform/time/day.ts";
import { type AreaRecords, areasOf } from "./area.ts";
import { countiesAt } from "./county.ts";
import { countyAt, municipalitiesAt, type RecordedPlace, type Reference } from "./municipality.ts";
import { readReference } from "./queries.ts";
import { type RegionMunicipality, regionAt, regionNumbers } from "./region.ts";

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

/** An area by its key; undefined where there is none of that key under the borders. */
export async function findArea(db: Db, key: string, borders: Day): Promise<NamedArea | undefined> {
  const reference = await readReference(db);
  const [, number] = /^county-(\d\d)$/.exec(key) ?? [];
  return number === undefined ? regionOf(db, reference, key, borders) : countyOf(reference, number, borders);
}

export interface AreaName {
  key: string;
  name: string;
  /** Of a region somebody has drawn: the organization it is of; undefined for counties and shared regions. */
  ownerId?: string | undefined;
}

/** The county a place lies in under the borders of a day, by number; undefined where nothing settles it. */
export async function countyOfPlace(db: Db, place: RecordedPlace, borders: Day): Promise<string | undefined> {
  const county = countyAt(await readReference(db), place, borders);
  return county.kind === "one" ? county.number : undefined;
}

/** A county under the borders of a day and the named regions that lie whole in it while it lasts. */
export async function areasOfCounty(db: Db, number: string, borders: Day): Promise<AreaName[]> {
  const reference = await readReference(db);
  const county = countiesAt(reference, borders).find((one) => one.number === number);
  const times = reference.counties.filter((one) => one.number === number);
  const last = times.at(-1);
  if (!last) return [];
  // the borders asked for, or the nearest day that knew the county
  const day = county
    ? borders
    : last.validFrom !== null && borders < last.validFrom
      ? last.validFrom
      : addDays(last.validTo ?? borders, -1);
  const regions: AreaName[] = [];
  const counties = new Map(municipalitiesAt(reference, day).map((one) => [one.number, one.countyNumber]));
  for (const region of await readRegions(db)) {
    const numbers = numbersOf(reference, region, day);
    if (numbers.length > 0 && numbers.every((one) => counties.get(one) === number))
      regions.push({ key: region.slug, name: region.name, ownerId: region.ownerId });
  }
  return [...(county ? [{ key: `county-${county.number}`, name: county.nameNo }] : []), ...regions];
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
  if (!region) return undefined;
  // one of an organization's own is the same land under all borders, so it is asked under those it was drawn with
  const day = region.recordedOn ?? borders;
  const numbers = new Set(numbersOf(reference, region, day));
  if (numbers.size === 0) return undefined;
  const areas = areasOf(reference);
  return {
    ...{ key: slug, name: region.name, kind: "region" as const },
    records: areas.recordsIn("municipality", numbers, day),
    holds: (place) => areas.holdsIn("municipality", numbers, place, day),
  };
}

type Region = { slug: string; name: string; recordedOn: Day | null; ownerId: string | undefined; members: RegionMunicipality[] };

// a shared one has had its municipalities since a day
function numbersOf(reference: Reference, { recordedOn, members }: Region, borders: Day): string[] {
  if (recordedOn === null) return regionAt(reference, members, borders).municipalities.map(({ number }) => number);
  return regionNumbers(reference, { numbers: members.map(({ number }) => number), recordedOn }, borders);
}

async function readRegions(db: Db): Promise<Region[]> {
  const rows = await db
    .selectFrom("regions as r")
    .innerJoin("region_municipalities as m", "m.region_id", "r.id")
    .select(["r.slug", "r.name", "r.recorded_on as recordedOn", "r.organization_id as ownerId"])
    .select(["m.number", "m.valid_from as validFrom", "m.valid_to as validTo"])
    .orderBy("r.slug")
    .orderBy("m.number")
    .execute();
  return [...Map.groupBy(rows, ({ slug }) => slug)].map(([slug, members]) => ({
    ...{ slug, members, name: members[0]?.name ?? slug },
    ...{ recordedOn: members[0]?.recordedOn ?? null, ownerId: members[0]?.ownerId ?? undefined },
  }));
}

/** The day whose borders a key is meant under when none are named: today, or the last one of a county that is gone. */
export async function meantOn(db: Db, key: string, today: Day): Promise<Day> {
  const [, number] = /^county-(\d\d)$/.exec(key) ?? [];
  return number === undefined ? today : areasOf(await readReference(db)).meantOn({ kind: "county", number }, today);
}
