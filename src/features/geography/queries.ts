import { type Expression, sql } from "kysely";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import type { ChangeKind, Reference } from "./municipality.ts";

/** A municipality as found by name; `label*` is a point on its land in degrees, where known. Dates are ISO, `validTo` exclusive. */
export type FoundMunicipality = {
  number: string;
  name: string;
  nameNo: string;
  countyNumber: string;
  validFrom: string;
  validTo: string | null;
  labelLatitude: number | null;
  labelLongitude: number | null;
};

/** A county; `validFrom` null means that it was there before the records begin. */
export type FoundCounty = { number: string; name: string; nameNo: string; validFrom: string | null; validTo: string | null };

/** Where a row stands in the list: 0 when its name begins with the text, 1 when a word of it does, else 2; then short name and number. */
export type MunicipalityCursor = { rank: number; nameNo: string; number: string };

/**
 * Municipalities valid on `date` with `text` in any of their names, or at the start of their number. First those whose name begins with
 * it, then those with a word that does, then the others; each in Norwegian order. Å, aa and a are taken for one, as are ø and o, and so
 * on with the letters of the Sámi languages. An empty text finds all.
 */
export async function findMunicipalities(
  db: Db | Tx,
  {
    text,
    county,
    date,
    limit,
    after,
  }: { text: string; county?: string | undefined; date: Day; limit: number; after?: MunicipalityCursor | undefined },
): Promise<(FoundMunicipality & MunicipalityCursor)[]> {
  const wanted = spelling(sql.val(literally(text.trim())));
  const names = sql<string>`(' ' || ${spelling(sql.ref("name"))})`;
  const rank = sql<number>`case when ${names} like ' ' || ${wanted} || '%' then 0 when ${names} like '% ' || ${wanted} || '%' then 1 else 2 end`;
  return await db
    .selectFrom("municipalities")
    .select([
      "number",
      "name",
      "name_no as nameNo",
      "county_number as countyNumber",
      "valid_from as validFrom",
      "valid_to as validTo",
      "label_lat as labelLatitude",
      "label_lon as labelLongitude",
      rank.as("rank"),
    ])
    .where(sql<boolean>`(${names} like '%' || ${wanted} || '%' or number like ${wanted} || '%')`)
    .where(isValidOn(date))
    .$if(county !== undefined, (query) => query.where("county_number", "=", county ?? ""))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${rank}, name_no collate "norwegian", number) > (${after?.rank}::integer, ${after?.nameNo}::text, ${after?.number}::text)`,
      ),
    )
    .orderBy(rank)
    .orderBy(sql`name_no collate "norwegian"`)
    .orderBy("number")
    .limit(limit)
    .execute();
}

/** The counties valid on `date`, in Norwegian order. */
export async function findCounties(db: Db | Tx, date: Day): Promise<FoundCounty[]> {
  return await db
    .selectFrom("counties")
    .select([
      "number",
      "name",
      "name_no as nameNo",
      sql<string | null>`nullif(valid_from, '-infinity')`.as("validFrom"),
      "valid_to as validTo",
    ])
    .where(isValidOn(date))
    .orderBy(sql`name_no collate "norwegian"`)
    .execute();
}

// the one that was loaded last, by the checksum of the files it came from: the same files make the same reference in every database
let lastRead: { checksum: string; reference: Reference } | undefined;

/** All municipalities and counties of any day, and what became of them. */
export async function readReference(db: Db): Promise<Reference> {
  const load = await db.selectFrom("reference_loads").select("checksum").where("name", "=", "geography").executeTakeFirst();
  if (load && lastRead?.checksum === load.checksum) return lastRead.reference;
  const reference = await readWhole(db);
  if (load) lastRead = { checksum: load.checksum, reference };
  return reference;
}

async function readWhole(db: Db): Promise<Reference> {
  const municipalities = await db.selectFrom("municipalities").selectAll().execute();
  const changes = await db.selectFrom("municipality_changes").selectAll().execute();
  const counties = await db
    .selectFrom("counties")
    .select([
      "number",
      "name",
      "name_no as nameNo",
      sql<Day | null>`nullif(valid_from, '-infinity')`.as("validFrom"),
      "valid_to as validTo",
    ])
    .execute();
  return {
    municipalities: municipalities.map(({ label_lat: latitude, label_lon: longitude, ...row }) => ({
      number: row.number,
      name: row.name,
      nameNo: row.name_no,
      countyNumber: row.county_number,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      label: latitude === null || longitude === null ? null : { latitude, longitude },
    })),
    changes: changes.map(({ date, from_number: fromNumber, to_number: toNumber, kind }) => ({
      date,
      fromNumber,
      toNumber,
      kind: kind as ChangeKind,
    })),
    counties,
  };
}

function isValidOn(date: Day) {
  return sql<boolean>`valid_from <= ${date}::date and (valid_to is null or valid_to > ${date}::date)`;
}

// one spelling for å, aa and a, and for names joined by hyphens or written apart
function spelling(text: Expression<string>) {
  return sql<string>`replace(replace(search_form(${text}), 'aa', 'a'), '-', ' ')`;
}

// what one types stands for itself in `like`
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
