import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { County, CountyChange } from "./county.ts";
import type { Point } from "./distance.ts";
import type { ChangeKind, Municipality, MunicipalityChange } from "./municipality.ts";

/** Everything in the reference files. */
export type Geography = {
  municipalities: Municipality[];
  changes: MunicipalityChange[];
  counties: County[];
  countyChanges: CountyChange[];
  regions: { slug: string; name: string; number: string; validFrom: string }[];
};

const folder = join(import.meta.dirname, "../../../database/reference");
const files = ["municipalities", "municipality_changes", "counties", "county_changes", "municipality_centroids_2024", "regions"] as const;
// the borders under which the label points were computed, and from which the full names of the counties are shown
const labelDay = "2024-01-01";

const day = z.iso.date();
const openDay = z.union([z.literal("").transform(() => null), day]);
const municipalityNumber = z.string().regex(/^\d{4}$/);
const countyNumber = z.string().regex(/^\d{2}$/);
const kinds = ["renumber", "merge", "split", "name", "label", "boundary"] as const satisfies ChangeKind[];

const municipalityRow = z.object({
  number: municipalityNumber,
  name: z.string().min(1),
  county_number: countyNumber,
  valid_from: day,
  valid_to: openDay,
  name_no: z.string().min(1),
});
const changeRow = z.object({ date: day, from_number: municipalityNumber, to_number: municipalityNumber, kind: z.enum(kinds) });
const labelRow = z.object({ number: municipalityNumber, label_lat: z.coerce.number(), label_lon: z.coerce.number() });
const countyRow = z.object({
  number: countyNumber,
  name: z.string().min(1),
  valid_from: openDay,
  valid_to: openDay,
  name_no: z.string().min(1),
  name_official_2024: z.string(),
});
const regionRow = z.object({ slug: z.string().min(1), name: z.string().min(1), number: municipalityNumber, valid_from: day });
const countyChangeRow = z.object({ date: day, from_number: countyNumber, to_number: countyNumber });

/** Reads the reference files whole. Throws where a row is not what it should be. */
export function readGeography(): Geography {
  const changes = read("municipality_changes", changeRow).map(
    ({ date, from_number, to_number, kind }): MunicipalityChange => ({ date, fromNumber: from_number, toNumber: to_number, kind }),
  );
  return {
    municipalities: withLabels(readMunicipalities(), changes, readLabels()),
    changes,
    counties: read("counties", countyRow).flatMap(underItsNames),
    countyChanges: read("county_changes", countyChangeRow).map(({ date, from_number, to_number }) => ({
      date,
      fromNumber: from_number,
      toNumber: to_number,
    })),
    regions: read("regions", regionRow).map(({ valid_from: validFrom, ...row }) => ({ ...row, validFrom })),
  };
}

/** Changes when any of the files does (SHA-256, hexadecimal). */
export function geographyChecksum(): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(text(file));
  return hash.digest("hex");
}

function readMunicipalities(): Municipality[] {
  return read("municipalities", municipalityRow).map((row) => ({
    number: row.number,
    name: row.name,
    nameNo: row.name_no,
    countyNumber: row.county_number,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    label: null,
  }));
}

function readLabels(): Map<string, Point> {
  return new Map(
    read("municipality_centroids_2024", labelRow).map((row) => [row.number, { latitude: row.label_lat, longitude: row.label_lon }]),
  );
}

// A number that one other number became had the same land, and so the same label point, as long as no other came into it.
function withLabels(municipalities: Municipality[], changes: MunicipalityChange[], labels: Map<string, Point>): Municipality[] {
  const renumbered = new Map(
    changes.filter(({ kind }) => kind === "renumber").map(({ fromNumber, date, toNumber }) => [`${fromNumber} ${date}`, toNumber]),
  );
  const labelOf = ({ number, validTo }: Municipality): Point | null => {
    const label = labels.get(number);
    if (label !== undefined) return label;
    const laterNumber = renumbered.get(`${number} ${validTo}`) ?? number;
    const later = municipalities.find((one) => one.number === laterNumber && one.validFrom === validTo);
    return later === undefined ? null : labelOf(later);
  };
  return municipalities.map((municipality) => ({ ...municipality, label: labelOf(municipality) }));
}

// The file says the full name a county had in 2024 beside the name it was valid under; each is shown in its time.
function underItsNames(row: z.output<typeof countyRow>): County[] {
  const { number, name, name_no: nameNo, valid_from: validFrom, valid_to: validTo } = row;
  const county = { number, name, nameNo, validFrom, validTo };
  const official = row.name_official_2024;
  if (official === "" || official === name) return [county];
  if (validFrom !== null && labelDay <= validFrom) return [{ ...county, name: official }];
  return [
    { ...county, validTo: labelDay },
    { ...county, name: official, validFrom: labelDay },
  ];
}

function read<Row>(file: (typeof files)[number], row: z.ZodType<Row>): Row[] {
  return z.array(row).parse(parse(text(file), { columns: true, bom: true }));
}

function text(file: (typeof files)[number]): string {
  return readFileSync(join(folder, `${file}.csv`), "utf8");
}
