/** Hours already written of a person on a line and a day, by what they cost and who pays. */
export interface WrittenHours {
  rateOre: number;
  capOre: number | null;
  financingLineId: string | null;
  minutes: number;
  amountOre: number;
}

export type HourRow = WrittenHours;

/** What so many minutes cost, in whole øre. */
export function costOf(minutes: number, rateOre: number): number {
  return Math.round((minutes * rateOre) / 60);
}

/**
 * The rows that bring a day to so many minutes. Nothing is changed: at the same rate the difference is written; at another, what
 * stands is taken back row by row and the day is written anew. What is taken back costs exactly what it did.
 */
export function rowsToReach(
  minutes: number,
  wanted: Pick<WrittenHours, "rateOre" | "capOre" | "financingLineId">,
  written: readonly WrittenHours[],
): HourRow[] {
  const standing = written.filter((one) => one.minutes !== 0 || one.amountOre !== 0);
  const isSame = standing.every((one) => one.rateOre === wanted.rateOre && one.financingLineId === wanted.financingLineId);
  const goal = { ...wanted, minutes, amountOre: costOf(minutes, wanted.rateOre) };
  if (isSame) {
    const before = standing.reduce((sum, one) => sum + one.minutes, 0);
    const cost = standing.reduce((sum, one) => sum + one.amountOre, 0);
    return minutes === before ? [] : [{ ...goal, minutes: minutes - before, amountOre: goal.amountOre - cost }];
  }
  if (minutes === standing.reduce((sum, one) => sum + one.minutes, 0)) return [];
  const back = standing.map((one) => ({ ...one, minutes: -one.minutes, amountOre: -one.amountOre }));
  return minutes === 0 ? back : [...back, goal];
}
