/**
 * One that is followed: at risk from `entry` (exclusive) until `exit` (inclusive), in years on one clock; `isEnd` says whether it ended
 * then, or is only known until then. `entry` above zero is delayed entry: it was not seen before.
 */
export interface Span {
  entry: number;
  exit: number;
  isEnd: boolean;
}

/** A step of the curve: what share is left right after `time`, of how many at risk right before it, with 95 % limits. */
export interface Step {
  time: number;
  atRisk: number;
  ended: number;
  survival: number;
  /** By Greenwood's formula. */
  standardError: number;
  /** Null where nobody is left: the log-log limits do not exist there. */
  lower: number | null;
  upper: number | null;
}

// the 97.5th percentile of the standard normal distribution
const z = 1.959963984540054;

/**
 * The product-limit estimate (Kaplan and Meier, J. Am. Stat. Assoc. 53, 1958), a step at each time at which any ended. Who is known until
 * the very time of an end is at risk at it. Variance by Greenwood (1926); limits on the scale log(-log S) (Kalbfleisch and Prentice,
 * 1980), which keeps them between 0 and 1.
 */
export function kaplanMeier(spans: readonly Span[]): Step[] {
  const ends = Map.groupBy(
    spans.filter(({ isEnd }) => isEnd),
    ({ exit }) => exit,
  );
  const times = [...ends.keys()].sort((one, other) => one - other);
  const countAtRisk = riskSets(spans);
  let survival = 1;
  let sum = 0;
  return times.map((time) => {
    const atRisk = countAtRisk(time);
    const ended = ends.get(time)?.length ?? 0;
    survival *= (atRisk - ended) / atRisk;
    sum += ended / (atRisk * (atRisk - ended));
    return { time, atRisk, ended, survival, standardError: survival === 0 ? 0 : survival * Math.sqrt(sum), ...limits(survival, sum) };
  });
}

/** How many are at risk right before a time, for any number of times. */
export function riskSets(spans: readonly Span[]): (time: number) => number {
  const entries = spans.map(({ entry }) => entry).sort((one, other) => one - other);
  const exits = spans.map(({ exit }) => exit).sort((one, other) => one - other);
  // whoever came in before the time and did not leave before it; from the first moment of the clock on, all that began there
  return (time) => countBelow(entries, time, time === 0) - countBelow(exits, time, false);
}

/** The step that holds at a time; undefined before the first end, where all are left. */
export function stepAt(steps: readonly Step[], time: number): Step | undefined {
  return steps.findLast((step) => step.time <= time);
}

function limits(survival: number, sum: number): { lower: number | null; upper: number | null } {
  if (survival === 0) return { lower: null, upper: null };
  const width = (z * Math.sqrt(sum)) / Math.abs(Math.log(survival));
  return { lower: survival ** Math.exp(width), upper: survival ** Math.exp(-width) };
}

function countBelow(sorted: readonly number[], value: number, isInclusive: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as number;
    if (found < value || (isInclusive && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
