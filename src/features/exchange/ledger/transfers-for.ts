import { type PairDays, positionsOf } from "./fairness.ts";
import { fewestTransfers, type Transfer } from "./netting.ts";

/**
 * Who pays whom by the kind of settlement agreed on: the fewest transfers for `netting`, each pair by itself for
 * `day_price`, nobody for `none` and `yearly_report`.
 */
export function transfersFor(kind: string, pairs: readonly PairDays[]): Transfer[] {
  if (kind === "netting") return fewestTransfers(positionsOf(pairs));
  if (kind !== "day_price") return [];
  return pairs
    .filter(({ amountOre }) => amountOre !== 0)
    .map(({ homeId, hostId, amountOre }) =>
      amountOre > 0 ? { payerId: homeId, receiverId: hostId, amountOre } : { payerId: hostId, receiverId: homeId, amountOre: -amountOre },
    )
    .reduce<Transfer[]>(joined, [])
    .toSorted((a, b) => b.amountOre - a.amountOre || (a.payerId + a.receiverId < b.payerId + b.receiverId ? -1 : 1));
}

// a reversal of an earlier period can turn a pair's debt, so that two rows mean one payment
function joined(transfers: Transfer[], next: Transfer): Transfer[] {
  const same = transfers.find(({ payerId, receiverId }) => payerId === next.payerId && receiverId === next.receiverId);
  if (!same) return [...transfers, next];
  same.amountOre += next.amountOre;
  return transfers;
}
