import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../../platform/database/database.ts";
import type { Day } from "../../../../platform/time/day.ts";
import { findArea, type NamedArea, type RecordedNumber } from "../../../geography/index.ts";

/** Where a row was recorded, by the names of its columns. */
export interface PlaceColumns {
  number: RawBuilder<unknown>;
  recordedOn: RawBuilder<unknown>;
  latitude: RawBuilder<unknown>;
  longitude: RawBuilder<unknown>;
}

/** Where an organization (`o`) or a space (`s`) lies, by its alias. */
export function placeOf(alias: "o" | "s"): PlaceColumns {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return {
    number: of("municipality_number"),
    recordedOn: of("municipality_recorded_on"),
    latitude: of("latitude"),
    longitude: of("longitude"),
  };
}

/** An area figures are counted over: whatever was recorded in it, whoever did it. */
export interface CountedArea {
  key: string;
  name: string;
  isInside(place: PlaceColumns): RawBuilder<boolean>;
  /** Places that may lie in it, or not: nothing settles it, and they are not counted. */
  unclear: number;
}

/** The area under the borders of a day; undefined where there is none. */
export async function openArea(db: Db, key: string, borders: Day): Promise<CountedArea | undefined> {
  const area = await findArea(db, key, borders);
  if (!area) return undefined;
  const doubtful = await placesUnder(db, area.records.unclear);
  const answers = doubtful.map((place) => ({ place, isInside: area.holds(place) }));
  return countedArea(
    area,
    answers.filter(({ isInside }) => isInside === true).map(({ place }) => place),
    answers.filter(({ isInside }) => isInside === undefined).length,
  );
}

type Place = { number: string; recordedOn: Day; latitude: number | null; longitude: number | null };

function countedArea({ key, name, records }: NamedArea, settled: readonly Place[], unclear: number): CountedArea {
  const sure = JSON.stringify(records.sure);
  const places = JSON.stringify(settled);
  return {
    ...{ key, name, unclear },
    isInside: ({ number, recordedOn, latitude, longitude }) => sql<boolean>`(
      exists (select from jsonb_to_recordset(${sure}::jsonb) as w(number text, "from" date, "to" date)
        where w.number = ${number} and ${recordedOn} >= w."from" and (w."to" is null or ${recordedOn} < w."to"))
      or exists (select from jsonb_to_recordset(${places}::jsonb) as w(number text, "recordedOn" date, latitude float8, longitude float8)
        where w.number = ${number} and w."recordedOn" = ${recordedOn}
          and w.latitude is not distinct from ${latitude} and w.longitude is not distinct from ${longitude}))`,
  };
}

// a number that was split says too little: each place recorded with it is asked by where it lies
async function placesUnder(db: Db, unclear: readonly RecordedNumber[]): Promise<Place[]> {
  if (unclear.length === 0) return [];
  const { rows } = await sql<Place>`
    select distinct p.number, p."on"::text as "recordedOn", p.latitude, p.longitude from (
      select municipality_number as number, municipality_recorded_on as "on", latitude, longitude from organizations
      union all select municipality_number, municipality_recorded_on, latitude, longitude from spaces
      union all select municipality_number, municipality_recorded_on, null, null from events) p
    join jsonb_to_recordset(${JSON.stringify(unclear)}::jsonb) as w(number text, "from" date, "to" date)
      on w.number = p.number and p."on" >= w."from" and (w."to" is null or p."on" < w."to")`.execute(db);
  return rows;
}

/** Only the rows of a query that were recorded in the area. */
export function rowsInside(area: CountedArea, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const place = {
    number: sql`i.municipality_number`,
    recordedOn: sql`i.recorded_on`,
    latitude: sql`i.latitude`,
    longitude: sql`i.longitude`,
  };
  return sql`select i.* from (${rows}) i where ${area.isInside(place)}`;
}
