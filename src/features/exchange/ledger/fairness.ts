import type { Position } from "./netting.ts";

/** Days one home received from one host, reversals taken off; what they cost, and how many were over the quota. */
export interface PairDays {
  homeId: string;
  hostId: string;
  days: number;
  overQuota: number;
  amountOre: number;
}

/** What an organization gave and received over all pairs. `balance` and `amountOre` are positive for who gave more. */
export interface OrganizationDays {
  organizationId: string;
  given: number;
  received: number;
  balance: number;
  givenOverQuota: number;
  receivedOverQuota: number;
  amountOre: number;
}

/** Every organization that gave or received, who gave most first. Days given sum to days received, amounts to zero. */
export function byOrganization(pairs: readonly PairDays[]): OrganizationDays[] {
  const all = new Map<string, OrganizationDays>();
  const of = (organizationId: string) => {
    const known = all.get(organizationId) ?? {
      organizationId,
      given: 0,
      received: 0,
      balance: 0,
      givenOverQuota: 0,
      receivedOverQuota: 0,
      amountOre: 0,
    };
    all.set(organizationId, known);
    return known;
  };
  for (const { homeId, hostId, days, overQuota, amountOre } of pairs) {
    const [host, home] = [of(hostId), of(homeId)];
    host.given += days;
    host.balance += days;
    host.givenOverQuota += overQuota;
    host.amountOre += amountOre;
    home.received += days;
    home.balance -= days;
    home.receivedOverQuota += overQuota;
    home.amountOre -= amountOre;
  }
  return [...all.values()].toSorted(
    (a, b) => b.given - a.given || b.received - a.received || (a.organizationId < b.organizationId ? -1 : 1),
  );
}

/** Net positions: what each is owed or owes. */
export function positionsOf(pairs: readonly PairDays[]): Position[] {
  return byOrganization(pairs).map(({ organizationId, amountOre }) => ({ organizationId, amountOre }));
}

/** The sums of a window: days, pairs of organizations whichever way the days went, days over the quota, and debts between two. */
export function totalsOf(pairs: readonly PairDays[]) {
  return {
    days: sum(pairs.map(({ days }) => days)),
    pairs: new Set(pairs.filter(({ days }) => days !== 0).map(({ homeId, hostId }) => [homeId, hostId].sort().join(" "))).size,
    overQuota: sum(pairs.map(({ overQuota }) => overQuota)),
    amountOre: sum(pairs.map(({ amountOre }) => amountOre)),
    debts: pairs.filter(({ amountOre }) => amountOre !== 0).length,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
