import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { findMunicipalities } from "./queries.ts";

/** The number a word stands for, or why it stands for none. */
export type MunicipalityByWord = (word: string) => { number: string } | "unknown" | "ambiguous";

/** Reads municipalities of a day as people write them: by number ("0301", "301") or by name ("Oslo", "Trondheim – Tråante", "Tråante"). */
export async function municipalityByWord(db: Db, date: Day): Promise<MunicipalityByWord> {
  const numbers = new Map<string, Set<string>>();
  for (const { number, name, nameNo } of await findMunicipalities(db, { text: "", date, limit: 2_000 })) {
    for (const word of [number, name, nameNo, ...name.split(/ [-–] /)]) {
      const key = word.toLowerCase();
      numbers.set(key, (numbers.get(key) ?? new Set()).add(number));
    }
  }
  return (word) => {
    const written = word.trim().toLowerCase().replace(" – ", " - ");
    const [number, ...others] = numbers.get(/^\d{3}$/.test(written) ? `0${written}` : written) ?? [];
    if (number === undefined) return "unknown";
    return others.length > 0 ? "ambiguous" : { number };
  };
}
