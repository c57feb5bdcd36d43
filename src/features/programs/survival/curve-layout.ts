/** What is drawn: the steps of the curve, and how many are followed for whole years. */
export interface DrawnCurve {
  times: readonly number[];
  survival: readonly number[];
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
  /** Where it ends, in years. */
  until: number;
}

export interface Plot {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The last whole year that is drawn. */
export function lastYear(until: number): number {
  return Math.max(1, Math.ceil(until));
}

/** Where a year and a share lie in a plot that ends with a whole year. */
export function scaleOf({ left, top, width, height }: Plot, until: number) {
  const years = lastYear(until);
  return {
    x: (year: number) => tenth(left + (width * year) / years),
    y: (share: number) => tenth(top + height * (1 - share)),
  };
}

type Told<Horizon> = { horizons: readonly Horizon[]; fewFrom: number | null; times: readonly number[] };

/** The horizon a drawing points at: five years, else the longest that is told. */
export function pinnedOf<Horizon extends { years: number }>({ horizons }: Pick<Told<Horizon>, "horizons">): Horizon | undefined {
  return horizons.find(({ years }) => years === 5) ?? horizons.at(-1);
}

/** Where fewer than ten are followed the drawing ends, for everybody. */
export function endOf({ fewFrom, horizons, times }: Told<{ years: number }>): number {
  return fewFrom ?? Math.max(horizons.at(-1)?.years ?? 1, times.at(-1) ?? 1);
}

/** The curve as a staircase, from all at the beginning. */
export function stairs(curve: DrawnCurve, plot: Plot): string {
  const { x, y } = scaleOf(plot, curve.until);
  const steps = shown(curve).map((index) => `H${x(curve.times[index] ?? 0)}V${y(curve.survival[index] ?? 0)}`);
  return `M${x(0)} ${y(1)}${steps.join("")}H${x(curve.until)}`;
}

/** The band around it: along the upper limits and back along the lower ones. Empty while nothing has ended. */
export function bandOf(curve: DrawnCurve, plot: Plot): string {
  const { x, y } = scaleOf(plot, curve.until);
  const steps = shown(curve).filter((index) => curve.lower[index] !== null && curve.upper[index] !== null);
  const [first] = steps;
  if (first === undefined) return "";
  const over = steps.map((index) => `H${x(curve.times[index] ?? 0)}V${y(curve.upper[index] ?? 0)}`);
  const under = steps.toReversed().map((index) => `V${y(curve.lower[index] ?? 0)}H${x(curve.times[index] ?? 0)}`);
  return `M${x(0)} ${y(1)}${over.join("")}H${x(curve.until)}${under.join("")}V${y(1)}Z`;
}

function shown({ times, until }: DrawnCurve): number[] {
  return times.flatMap((time, index) => (time <= until ? [index] : []));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
