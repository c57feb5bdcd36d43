import { riskSets, type Span } from "./kaplan-meier.ts";

/** Whether two curves differ by more than chance would make them: ends seen and expected of the first, chi-square with one degree of freedom. */
export interface LogRank {
  observed: number;
  expected: number;
  variance: number;
  chiSquare: number;
  /** How often chance alone would make them differ as much. */
  p: number;
}

/** The log-rank test (Mantel 1966), with the hypergeometric variance. Undefined when nothing ended while both were at risk. */
export function logRank(first: readonly Span[], second: readonly Span[]): LogRank | undefined {
  const all = [...first, ...second];
  const [atRiskOfAll, atRiskOfFirst] = [riskSets(all), riskSets(first)];
  const ends = Map.groupBy(
    all.filter(({ isEnd }) => isEnd),
    ({ exit }) => exit,
  );
  const observed = first.filter(({ isEnd }) => isEnd).length;
  let [expected, variance] = [0, 0];
  for (const [time, ended] of ends) {
    const [n, n1, d] = [atRiskOfAll(time), atRiskOfFirst(time), ended.length];
    expected += (d * n1) / n;
    if (n > 1) variance += (d * (n1 / n) * (1 - n1 / n) * (n - d)) / (n - 1);
  }
  if (variance === 0) return undefined;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { observed, expected, variance, chiSquare, p: beyond(chiSquare) };
}

/** How likely chi-square with one degree of freedom is at least so great: erfc(√(x/2)), by series near zero, else by continued fraction. */
function beyond(chiSquare: number): number {
  const x = Math.sqrt(chiSquare / 2);
  return x < 2 ? 1 - errorSeries(x) : errorFraction(x);
}

// Abramowitz and Stegun 7.1.6
function errorSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

// Abramowitz and Stegun 7.1.14, from the innermost part outwards
function errorFraction(x: number): number {
  let part = x;
  for (let n = 100; n > 0; n--) part = x + n / 2 / part;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * part);
}
