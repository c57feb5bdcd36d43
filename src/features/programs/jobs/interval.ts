/** A number that is only known to lie between two, both included. An exact one has both the same. */
export interface Interval {
  least: number;
  most: number;
}

export const none: Interval = { least: 0, most: 0 };

export function sumOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), none);
}

export function holds(outer: Interval, inner: Interval): boolean {
  return outer.least <= inner.least && inner.most <= outer.most;
}

/** How much more the second can be than the first: never less than nothing. */
export function rise(from: Interval, to: Interval): Interval {
  return { least: Math.max(0, to.least - from.most), most: Math.max(0, to.most - from.least) };
}

/** What share a part is of the whole it lies in, when the rest is known as well; undefined when there may be nothing at all. */
export function shareOf(part: Interval, rest: Interval): Interval | undefined {
  if (part.least + rest.most === 0 || part.most + rest.least === 0) return undefined;
  return { least: part.least / (part.least + rest.most), most: part.most / (part.most + rest.least) };
}
