import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import { countiesAt, countyAt, type NamedCounty, readReference } from "../../geography/index.ts";
import type { Told } from "./disclosure.ts";

export interface Counties {
  /** Names of the counties of the day, by number. */
  names: Map<string, string>;
  /** The county a startup lies in now; null when its place is not known for certain. */
  of(told: Pick<Told, "municipalityNumber" | "municipalityRecordedOn">): NamedCounty | null;
}

export async function readCounties(db: Db, today: Day): Promise<Counties> {
  const reference = await readReference(db);
  return {
    names: new Map(countiesAt(reference, today).map(({ number, nameNo }) => [number, nameNo])),
    of({ municipalityNumber, municipalityRecordedOn }) {
      if (municipalityNumber === null || municipalityRecordedOn === null) return null;
      const found = countyAt(reference, { number: municipalityNumber, recordedOn: municipalityRecordedOn }, today);
      return found.kind === "one" ? { number: found.number, name: found.name, nameNo: found.nameNo } : null;
    },
  };
}
