/** One transfer of a settlement. Names are shown as they are. */
export type Transfer = { from: string; to: string; amountOre: number };

export type Node = { name: string; amountOre: number; y: number; height: number };
export type Ribbon = { key: string; fromY: number; toY: number; height: number };
export type SettlementLayout = { payers: Node[]; receivers: Node[]; ribbons: Ribbon[]; height: number };

/** What sizes the drawing: how tall all the money is together, and the least room a name needs. */
type Sizes = { moneyHeight: number; leastRoom: number; gap: number };

/**
 * Places payers left and receivers right, in the order they first appear, each as tall as its money,
 * with ribbons that leave and arrive in the order given, so that a sorted list does not cross itself.
 */
export function settlementLayout(transfers: readonly Transfer[], { moneyHeight, leastRoom, gap }: Sizes): SettlementLayout {
  const total = transfers.reduce((sum, { amountOre }) => sum + amountOre, 0);
  const heightOf = (ore: number) => (total === 0 ? 0 : (ore / total) * moneyHeight);
  const column = (nameOf: (transfer: Transfer) => string) => {
    const sums = new Map<string, number>();
    for (const transfer of transfers) sums.set(nameOf(transfer), (sums.get(nameOf(transfer)) ?? 0) + transfer.amountOre);
    let y = 0;
    const nodes = [...sums].map(([name, amountOre]): Node => {
      const height = heightOf(amountOre);
      const room = Math.max(height, leastRoom);
      const node = { name, amountOre, y: y + (room - height) / 2, height };
      y += room + gap;
      return node;
    });
    return { nodes, height: Math.max(0, y - gap) };
  };
  const left = column(({ from }) => from);
  const right = column(({ to }) => to);
  const height = Math.max(left.height, right.height);
  const payers = lowered(left.nodes, (height - left.height) / 2);
  const receivers = lowered(right.nodes, (height - right.height) / 2);
  const nextFrom = new Map(payers.map(({ name, y }) => [name, y]));
  const nextTo = new Map(receivers.map(({ name, y }) => [name, y]));
  const ribbons = transfers.map(({ from, to, amountOre }): Ribbon => {
    const ribbon = { key: `${from}|${to}`, fromY: nextFrom.get(from) ?? 0, toY: nextTo.get(to) ?? 0, height: heightOf(amountOre) };
    nextFrom.set(from, ribbon.fromY + ribbon.height);
    nextTo.set(to, ribbon.toY + ribbon.height);
    return ribbon;
  });
  return { payers, receivers, ribbons, height };
}

function lowered(nodes: Node[], by: number): Node[] {
  return nodes.map((node) => ({ ...node, y: node.y + by }));
}
