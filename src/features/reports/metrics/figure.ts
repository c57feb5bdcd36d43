import type { Metric } from "./metric.ts";

/** Fewer people than this are never told apart from others to whoever may not see who they are. */
export const smallestGroup = 5;

/** What the rows of a figure, or of one part of it, come to. */
export interface Sums {
  amount: number;
  ofAmount: number;
  /** Rows, the missing ones among them. */
  n: number;
  missing: number;
  /** Rows the reader may not see. */
  hidden: number;
}

export interface Part extends Sums {
  key: string;
  label: string;
}

/** The number; null when there is nothing to divide by, or nothing is known. */
export function figureValue({ kind }: Pick<Metric, "kind">, { amount, ofAmount, n, missing }: Sums): number | null {
  if (kind === "ratio") return ofAmount === 0 ? null : amount / ofAmount;
  return n > 0 && n === missing ? null : amount;
}

/**
 * The parts whose value may not be told: small groups of people the reader may not see. When only one would be held back, it could
 * be worked out from the total, so the next smallest is held back with it.
 */
export function heldBack({ countsPeople }: Pick<Metric, "countsPeople">, parts: readonly Part[]): Set<string> {
  if (!countsPeople) return new Set();
  const small = parts.filter(({ n, hidden }) => hidden > 0 && n > 0 && n < smallestGroup);
  const others = parts.filter((part) => part.hidden > 0 && !small.includes(part)).toSorted((a, b) => a.n - b.n);
  const held = small.length === 1 ? [...small, ...others.slice(0, 1)] : small;
  return new Set(held.map(({ key }) => key));
}
