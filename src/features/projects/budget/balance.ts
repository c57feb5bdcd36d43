/** The two sides of a budget: what is paid for, and what pays. */
export const sides = ["cost", "financing"] as const;
export type Side = (typeof sides)[number];

export const costKinds = ["hours", "purchase", "travel", "other"] as const;
export const financingKinds = ["grant", "own", "fee", "partner", "other"] as const;
export type LineKind = (typeof costKinds)[number] | (typeof financingKinds)[number];

export interface Pair {
  costOre: number;
  financingOre: number;
  /** Costs less financing: positive lacks financing, negative has more than it costs. */
  differenceOre: number;
}

/** Money and what is given in kind, each balancing by itself: unpaid hours cannot pay an invoice. */
export interface Balance {
  money: Pair;
  inKind: Pair;
  isBalanced: boolean;
}

interface Amount {
  side: Side;
  isInKind: boolean;
  amountOre: number;
}

/** What the two sides come to. A budget with nothing in it balances nothing. */
export function balanceOf(lines: readonly Amount[]): Balance {
  const sum = (side: Side, isInKind: boolean) =>
    lines.filter((line) => line.side === side && line.isInKind === isInKind).reduce((total, { amountOre }) => total + amountOre, 0);
  const pair = (isInKind: boolean): Pair => {
    const costOre = sum("cost", isInKind);
    const financingOre = sum("financing", isInKind);
    return { costOre, financingOre, differenceOre: costOre - financingOre };
  };
  const [money, inKind] = [pair(false), pair(true)];
  const isBalanced = money.differenceOre === 0 && inKind.differenceOre === 0 && money.costOre + inKind.costOre > 0;
  return { money, inKind, isBalanced };
}

interface ActualLine {
  side: Side;
  /** In the budget that counts. */
  plannedOre: number;
  /** Of a cost: what was booked on it; of financing: what was booked to be paid by it. */
  actualOre: number;
}

/**
 * What has been spent beside what pays for it. A line of financing pays no more than it has; what is booked beyond that, or with no
 * line to pay for it, is not financed, and is the difference.
 */
export function actualBalance(lines: readonly ActualLine[]): Pair {
  const costOre = lines.filter(({ side }) => side === "cost").reduce((total, { actualOre }) => total + actualOre, 0);
  const financingOre = lines
    .filter(({ side }) => side === "financing")
    .reduce((total, { actualOre, plannedOre }) => total + Math.min(actualOre, plannedOre), 0);
  return { costOre, financingOre, differenceOre: costOre - financingOre };
}
