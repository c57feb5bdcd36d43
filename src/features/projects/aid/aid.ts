import type { Day } from "../../../platform/time/day.ts";

/** The most small aid an undertaking may be given, as the rules have it: a change of the rules is a new row. */
export const aidLimits = [
  {
    basis: "de_minimis",
    limitEuroCents: 30_000_000,
    years: 3,
    from: "2024-01-01",
    until: "2030-12-31",
    source: "Commission Regulation (EU) 2023/2831, Article 3(2)",
    sourceOn: "2023-12-15",
    url: "http://data.europa.eu/eli/reg/2023/2831/oj",
  },
] as const;

export const deMinimis = aidLimits[0];

export interface Aid {
  grantedOn: Day;
  amountEuroCents: number;
}

/** Small aid counted on a day: what was granted in the three years that end with it. */
export function aidOn(aid: readonly Aid[], day: Day): number {
  const after = Temporal.PlainDate.from(day).subtract({ years: deMinimis.years }).toString();
  return aid
    .filter(({ grantedOn }) => grantedOn > after && grantedOn <= day)
    .reduce((sum, { amountEuroCents }) => sum + amountEuroCents, 0);
}

/** The first day the limit is passed, since it can be passed only on a day something is granted; undefined when it never is. */
export function passedOn(aid: readonly Aid[]): { day: Day; usedEuroCents: number } | undefined {
  const days = [...new Set(aid.map(({ grantedOn }) => grantedOn))].toSorted();
  return days.map((day) => ({ day, usedEuroCents: aidOn(aid, day) })).find(({ usedEuroCents }) => usedEuroCents > deMinimis.limitEuroCents);
}

/** Øre in euro cents at a rate in ten-thousandths of a krone, to the nearest cent. */
export function inEuroCents(amountOre: number, kronerPerEuroX10000: number): number {
  return Math.round((amountOre * 10_000) / kronerPerEuroX10000);
}
