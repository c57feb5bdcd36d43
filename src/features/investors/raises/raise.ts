/** How far a startup has come when it raises. */
export const stages = ["idea", "pre_seed", "seed", "early", "growth"] as const;
export type Stage = (typeof stages)[number];

/** What the money is given for. `slip`: the Norwegian agreement on shares to be issued later; `open`: not decided. */
export const instruments = ["shares", "convertible_loan", "slip", "loan", "open"] as const;
export type Instrument = (typeof instruments)[number];

const million = 100_000_000;
const bandStarts = [0, 1, 3, 10, 30].map((millions) => millions * million);

/** An amount as wide as a stranger is told it: from and up to, in øre; the last has no end. */
export type AmountBand = { fromOre: number; toOre: number | null };

/** The band an amount lies in. */
export function amountBand(amountOre: number): AmountBand {
  const place = bandStarts.findLastIndex((start) => start <= amountOre);
  return { fromOre: bandStarts[place] ?? 0, toOre: bandStarts[place + 1] ?? null };
}
