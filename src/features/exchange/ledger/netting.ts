/** What an organization is owed (positive) or owes (negative) when a period closes, in øre. */
export interface Position {
  organizationId: string;
  amountOre: number;
}

/** One payment of a settlement. */
export interface Transfer {
  payerId: string;
  receiverId: string;
  amountOre: number;
}

// 2^16 subsets are decided in some milliseconds; each one more doubles that
const mostDecidedExactly = 16;

/**
 * The fewest transfers that clear the positions, which must sum to zero. n positions split into g groups that each sum to
 * zero are cleared by n − g transfers, so the most groups are looked for: exactly for up to sixteen organizations that
 * owe or are owed, beyond that by pairing equal amounts first. The same positions give the same transfers, in the same order.
 */
export function fewestTransfers(positions: readonly Position[]): Transfer[] {
  const open = positions.filter(({ amountOre }) => amountOre !== 0).toSorted(largestFirst);
  if (open.reduce((sum, { amountOre }) => sum + amountOre, 0) !== 0) throw new RangeError("Positions must sum to zero");
  const groups = open.length <= mostDecidedExactly ? mostGroups(open) : pairsAndRest(open);
  return groups.toSorted((a, b) => turnover(b) - turnover(a)).flatMap(clearGroup);
}

/** The most groups that sum to zero: best(set) = the best of the set less one member, and one more when the set itself sums to zero. */
function mostGroups(open: readonly Position[]): Position[][] {
  const sets = 1 << open.length;
  const sums = new Float64Array(sets);
  const best = new Int8Array(sets);
  const without = new Int8Array(sets);
  for (let set = 1; set < sets; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    sums[set] = (sums[set & (set - 1)] ?? 0) + (open[lowest]?.amountOre ?? 0);
    best[set] = -1;
    for (let member = 0; member < open.length; member += 1) {
      const rest = best[set ^ (1 << member)] ?? 0;
      if ((set & (1 << member)) === 0 || rest <= (best[set] ?? 0)) continue;
      best[set] = rest;
      without[set] = member;
    }
    if (sums[set] === 0) best[set] = (best[set] ?? 0) + 1;
  }
  const groups: Position[][] = [];
  for (let set = sets - 1; set > 0; set ^= 1 << (without[set] ?? 0)) {
    if (sums[set] === 0) groups.push([]);
    const member = open[without[set] ?? 0];
    if (member) groups.at(-1)?.push(member);
  }
  return groups;
}

function pairsAndRest(open: readonly Position[]): Position[][] {
  const rest = [...open];
  const groups: Position[][] = [];
  for (const one of open) {
    const other = rest.find(({ amountOre }) => amountOre === -one.amountOre);
    if (!other || !rest.includes(one)) continue;
    groups.push([one, other]);
    rest.splice(rest.indexOf(one), 1);
    rest.splice(rest.indexOf(other), 1);
  }
  return rest.length > 0 ? [...groups, rest] : groups;
}

/** The largest debt to the largest credit: each transfer clears one of the two, the last one both. */
function clearGroup(group: readonly Position[]): Transfer[] {
  const sorted = group.toSorted(largestFirst);
  const receivers = sorted.filter(({ amountOre }) => amountOre > 0).map((one) => ({ ...one }));
  const payers = sorted.filter(({ amountOre }) => amountOre < 0).map((one) => ({ ...one, amountOre: -one.amountOre }));
  const transfers: Transfer[] = [];
  while (payers[0] && receivers[0]) {
    const [payer, receiver] = [payers[0], receivers[0]];
    const amountOre = Math.min(payer.amountOre, receiver.amountOre);
    transfers.push({ payerId: payer.organizationId, receiverId: receiver.organizationId, amountOre });
    payer.amountOre -= amountOre;
    receiver.amountOre -= amountOre;
    if (payer.amountOre === 0) payers.shift();
    if (receiver.amountOre === 0) receivers.shift();
  }
  return transfers;
}

function turnover(group: readonly Position[]): number {
  return group.reduce((sum, { amountOre }) => sum + Math.abs(amountOre), 0);
}

function largestFirst(a: Position, b: Position): number {
  return Math.abs(b.amountOre) - Math.abs(a.amountOre) || (a.organizationId < b.organizationId ? -1 : 1);
}
