import type { Day } from "../../../platform/time/day.ts";
import { countyAt, type Located, municipalityAt, type readReference } from "../../geography/index.ts";
import { abroad } from "./abroad.ts";
import type { Part, Sums } from "./figure.ts";
import type { RecordedIn } from "./queries.ts";

type Reference = Awaited<ReturnType<typeof readReference>>;
export type PlaceKind = "municipality" | "county";

/** Where something cannot be placed: rows that say no place or one that is not known under the borders, and rows that may lie in several. */
export const unplaced = { unknown: "unknown", ambiguous: "ambiguous" } as const;

/** The key of the area a recorded place lies in under the borders of a day, with its name. */
export function areaOf(reference: Reference, kind: PlaceKind, place: RecordedIn, borders: Day): { key: string; label: string } {
  if (place.number === abroad) return { key: abroad, label: "" };
  if (place.number === null || place.recordedOn === null) return { key: unplaced.unknown, label: "" };
  const recorded = { number: place.number, recordedOn: place.recordedOn, latitude: place.latitude, longitude: place.longitude };
  const located: Located<{ number: string; nameNo: string }> =
    kind === "municipality" ? municipalityAt(reference, recorded, borders) : countyAt(reference, recorded, borders);
  if (located.kind === "one") return { key: located.number, label: located.nameNo };
  if (located.kind === "unknown") return { key: unplaced.unknown, label: "" };
  // each possible set is a part of its own, so that one sees between which it stands
  return {
    key: `${unplaced.ambiguous}-${located.candidates.map(({ number }) => number).join("-")}`,
    label: located.candidates.map(({ nameNo }) => nameNo).join(" / "),
  };
}

/** Adds up recorded places into areas, by number; what cannot be placed comes last. */
export function intoAreas(reference: Reference, kind: PlaceKind, places: readonly (Sums & RecordedIn)[], borders: Day): Part[] {
  const parts = new Map<string, Part>();
  for (const place of places) {
    const area = areaOf(reference, kind, place, borders);
    const part = parts.get(area.key) ?? { ...area, amount: 0, ofAmount: 0, n: 0, missing: 0, hidden: 0 };
    for (const sum of ["amount", "ofAmount", "n", "missing", "hidden"] as const) part[sum] += place[sum];
    parts.set(area.key, part);
  }
  return [...parts.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
