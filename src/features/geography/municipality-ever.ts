import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { municipalityByWord } from "./municipality-by-word.ts";

/** A municipality by the number it had on a day. */
export type MunicipalityOfDay = { number: string; recordedOn: Day };

/** The last days of the borders there have been since 2013, the latest first: municipalities merged and were divided the day after. */
const lastDays = ["2023-12-31", "2019-12-31", "2018-12-31", "2017-12-31", "2016-12-31", "2012-12-31"];

/**
 * Reads municipalities as people wrote them in any year since 2013: "Lillestrøm", "3030" or "Skedsmo". What a word stands for today goes
 * before what it stood for earlier.
 */
export async function municipalityEver(db: Db, today: Day): Promise<(word: string) => MunicipalityOfDay | "unknown" | "ambiguous"> {
  const days = [today, ...lastDays];
  const readers = await Promise.all(days.map((day) => municipalityByWord(db, day)));
  return (word) => {
    for (const [place, reader] of readers.entries()) {
      const found = reader(word);
      if (found === "ambiguous") return found;
      if (found !== "unknown") return { number: found.number, recordedOn: days[place] as Day };
    }
    return "unknown";
  };
}
