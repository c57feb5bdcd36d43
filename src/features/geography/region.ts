import type { Day } from "../../platform/time/day.ts";
import { type GeographyReference, type Located, municipalityAt, type NamedMunicipality } from "./municipality.ts";
import { isValidOn, type Validity } from "./validity.ts";

/** A municipality's time in a region. `number` is the one it had on the day it came in. */
export type RegionMunicipality = Validity & { number: string; validFrom: Day };

/**
 * The municipalities a region covers on `date`, under the borders of that day, by number; `ambiguous` ones are those of a municipality
 * that was split since it came in. A municipality that merged with one outside the region is counted in.
 */
export function regionAt(
  reference: GeographyReference,
  members: RegionMunicipality[],
  date: Day,
): { municipalities: NamedMunicipality[]; ambiguous: Extract<Located<NamedMunicipality>, { kind: "ambiguous" }>[] } {
  const today = members.filter((member) => isValidOn(member, date));
  const found = today.map((member) => municipalityAt(reference, { number: member.number, recordedOn: member.validFrom }, date));
  const municipalities = new Map(
    found
      .filter((each) => each.kind === "one")
      .map(({ number, name, nameNo, countyNumber }) => [number, { number, name, nameNo, countyNumber }]),
  );
  return {
    municipalities: [...municipalities.values()].sort((a, b) => (a.number < b.number ? -1 : 1)),
    ambiguous: found.filter((each) => each.kind === "ambiguous"),
  };
}

/** Municipalities as they were numbered on a day. */
export interface RecordedRegion {
  numbers: readonly string[];
  recordedOn: Day;
}

/**
 * The municipalities the land of a region lies in under the borders of a day, before it was written down or after, by number. One that
 * holds land of others too is counted in.
 */
export function regionNumbers(reference: GeographyReference, { numbers, recordedOn }: RecordedRegion, borders: Day): string[] {
  return [
    ...new Set(
      numbers.flatMap((number) => {
        const place = municipalityAt(reference, { number, recordedOn }, borders);
        if (place.kind === "unknown") return [];
        return place.kind === "one" ? [place.number] : place.candidates.map((one) => one.number);
      }),
    ),
  ].toSorted();
}
