/** How many are employed, as an interval of whole people, both ends included. */
export type Headcount = { least: number; most: number };

// Since September 2023 the register tells no number below five.
const leastTold = 5;

/**
 * What the register's `antallAnsatte` says. A number that is not told, or is below five, is somewhere from none to four:
 * never zero, or young companies would look empty.
 */
export function headcountOf(told: number | undefined): Headcount {
  return told === undefined || told < leastTold ? { least: 0, most: leastTold - 1 } : { least: told, most: told };
}

/** The headcount of several together: the sums of the ends. */
export function sumOfHeadcounts(headcounts: Headcount[]): Headcount {
  return headcounts.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), { least: 0, most: 0 });
}
