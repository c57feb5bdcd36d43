import type { Selectable } from "kysely";
import type { Spaces } from "../../platform/database/schema.ts";
import type { Day } from "../../platform/time/day.ts";

/** A space as it is stored. */
export type SpaceRow = Selectable<Spaces>;

/** The first day of a range "[from,until)", and the first day after it; null where it is open. */
export function daysOfRange(range: string): { from: Day | null; until: Day | null } {
  const [from = "", until = ""] = range.replace(/[[\]()]/g, "").split(",");
  return { from: from || null, until: until || null };
}

const letters: Record<string, string> = { æ: "ae", ø: "o", å: "a", đ: "d", ŋ: "n", ŧ: "t" };

/** The word for a name in paths: "Hus Ø, Førde" becomes "hus-o-forde". Empty when the name has no letter or digit we know. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[æøåđŋŧ]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}

/** Whether the zone is one the calendar knows ("Europe/Oslo"), and not a bare offset. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/.test(name)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name) !== undefined;
  } catch {
    return false;
  }
}
