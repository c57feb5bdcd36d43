import type { Day } from "../../platform/time/day.ts";
import { type County, countiesAt } from "./county.ts";
import type { Point } from "./distance.ts";
import { follow } from "./succession.ts";
import { isValidOn, type Validity } from "./validity.ts";

/**
 * A municipality under one number and name. `number` has four digits and means something only together with a date; `name` holds all
 * official names ("Trondheim - Tråante"), `nameNo` the short Norwegian one. `label` is a point on its land, where known.
 */
export type Municipality = Validity & {
  number: string;
  name: string;
  nameNo: string;
  countyNumber: string;
  validFrom: Day;
  label: Point | null;
};

/** `renumber`, `merge` and `split` move places to another number; `name`, `label` and `boundary` do not. */
export type ChangeKind = "renumber" | "merge" | "split" | "name" | "label" | "boundary";

/** What one municipality became on a day. */
export type MunicipalityChange = { date: Day; fromNumber: string; toNumber: string; kind: ChangeKind };

/** What is known of municipalities and counties since 2013-01-01. */
export type GeographyReference = {
  municipalities: Municipality[];
  changes: MunicipalityChange[];
};

/** With the counties. */
export type Reference = GeographyReference & { counties: County[] };

/**
 * Where something lies, as it was written down: the municipality number of the day it was recorded. The coordinates or a choice settle a
 * split; a choice is the number of one of the successors (going back: of the predecessors) the place belongs to.
 */
export type RecordedPlace = {
  number: string;
  recordedOn: Day;
  latitude?: number | null;
  longitude?: number | null;
  choice?: string | null;
};

export type NamedMunicipality = { number: string; name: string; nameNo: string; countyNumber: string };
export type NamedCounty = { number: string; name: string; nameNo: string };

/** One answer, several possible ones by number, or none: the number was not in use that day, or the borders of `date` are not known. */
export type Located<Answer> = ({ kind: "one" } & Answer) | { kind: "ambiguous"; candidates: Answer[] } | { kind: "unknown" };

/** The municipalities of a day, by number. Complete from 2013-01-01 on. */
export function municipalitiesAt(reference: { municipalities: Municipality[] }, date: Day): Municipality[] {
  return reference.municipalities.filter((municipality) => isValidOn(municipality, date)).sort((a, b) => (a.number < b.number ? -1 : 1));
}

/**
 * The municipality a place lies in under the borders of `date`, earlier or later than the day it was recorded. Renumberings and mergers
 * are followed through any number of reforms. A split (going back: a merger) is settled by the place's choice, else by its
 * coordinates where they are clear (see `settle` in succession.ts), else every candidate is named: nothing is guessed.
 */
export function municipalityAt(reference: GeographyReference, place: RecordedPlace, date: Day): Located<NamedMunicipality> {
  if (!wasInUse(reference, place)) return { kind: "unknown" };
  const found = follow(reference, place, date).map((number) =>
    reference.municipalities.find((municipality) => municipality.number === number && isValidOn(municipality, date)),
  );
  if (!found.every((municipality) => municipality !== undefined)) return { kind: "unknown" };
  return located(found.map(({ number, name, nameNo, countyNumber }) => ({ number, name, nameNo, countyNumber })));
}

/** The county a place lies in under the borders of `date`. A municipality that was split within one county leaves no doubt. */
export function countyAt(reference: Reference, place: RecordedPlace, date: Day): Located<NamedCounty> {
  const municipality = municipalityAt(reference, place, date);
  if (municipality.kind === "unknown") return municipality;
  const candidates = municipality.kind === "one" ? [municipality] : municipality.candidates;
  const numbers = new Set(candidates.map(({ countyNumber }) => countyNumber));
  const counties = countiesAt(reference, date).filter(({ number }) => numbers.has(number));
  return located(counties.map(({ number, name, nameNo }) => ({ number, name, nameNo })));
}

function located<Answer extends { number: string }>(candidates: Answer[]): Located<Answer> {
  const [first, ...others] = candidates.toSorted((a, b) => (a.number < b.number ? -1 : 1));
  if (first === undefined) return { kind: "unknown" };
  return others.length === 0 ? { kind: "one", ...first } : { kind: "ambiguous", candidates: [first, ...others] };
}

// A number that ended with the very first reform known is seen only in what it became.
function wasInUse({ municipalities, changes }: GeographyReference, { number, recordedOn }: RecordedPlace): boolean {
  const known = municipalities.filter((municipality) => municipality.number === number);
  if (known.length > 0) return known.some((municipality) => isValidOn(municipality, recordedOn));
  return changes.some((change) => change.fromNumber === number && recordedOn < change.date);
}
