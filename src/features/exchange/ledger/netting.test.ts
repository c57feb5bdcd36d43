import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestTransfers, type Position } from "./netting.ts";

function positions(amounts: number[]): Position[] {
  return amounts.map((amountOre, place) => ({ organizationId: `house ${String(place).padStart(2, "0")}`, amountOre }));
}

/** Amounts that sum to zero: the last takes what is left. */
const balanced = (most: number, largest = 6) =>
  fc
    .array(fc.integer({ min: -largest, max: largest }), { minLength: 1, maxLength: most - 1 })
    .map((amounts) => [...amounts, -amounts.reduce((sum, amount) => sum + amount, 0)]);

/** The most groups that sum to zero, by trying every way to take the first one's group away. */
function mostGroupsByTrying(amounts: number[]): number {
  const open = amounts.filter((amount) => amount !== 0);
  if (open.length === 0) return 0;
  const [first = 0, ...rest] = open;
  let best = 0;
  for (let set = 0; set < 1 << rest.length; set += 1) {
    const isIn = (place: number) => (set & (1 << place)) !== 0;
    const sum = rest.reduce((total, amount, place) => total + (isIn(place) ? amount : 0), first);
    if (sum === 0) best = Math.max(best, 1 + mostGroupsByTrying(rest.filter((_, place) => !isIn(place))));
  }
  return best;
}

describe("The fewest transfers", () => {
  test("clear everyone, and are never more than one less than those who owe or are owed", () => {
    fc.assert(
      fc.property(balanced(24, 5000), (amounts) => {
        const before = positions(amounts);

        const transfers = fewestTransfers(before);

        const after = before.map(({ organizationId, amountOre }) =>
          transfers.reduce(
            (left, { payerId, receiverId, amountOre: moved }) =>
              left + (payerId === organizationId ? moved : 0) - (receiverId === organizationId ? moved : 0),
            amountOre,
          ),
        );
        expect(after.every((left) => left === 0)).toBe(true);
        expect(transfers.every(({ amountOre }) => amountOre > 0)).toBe(true);
        expect(transfers.length).toBeLessThanOrEqual(Math.max(0, amounts.filter((amount) => amount !== 0).length - 1));
      }),
    );
  });

  test("are as few as trying every way finds, for up to eight", () => {
    fc.assert(
      fc.property(balanced(8), (amounts) => {
        const transfers = fewestTransfers(positions(amounts));

        expect(transfers.length).toBe(amounts.filter((amount) => amount !== 0).length - mostGroupsByTrying(amounts));
      }),
    );
  });

  test("are the same, in the same order, however the positions come", () => {
    fc.assert(
      fc.property(balanced(12), fc.integer(), (amounts, seed) => {
        const given = positions(amounts);
        const turned = [...given.slice(Math.abs(seed) % given.length), ...given.slice(0, Math.abs(seed) % given.length)];

        expect(fewestTransfers(turned)).toEqual(fewestTransfers(given));
      }),
    );
  });

  test("of four who pay each other in pairs are two", () => {
    const transfers = fewestTransfers(positions([500, -300, 300, -500]));

    expect(transfers).toEqual([
      { payerId: "house 03", receiverId: "house 00", amountOre: 500 },
      { payerId: "house 01", receiverId: "house 02", amountOre: 300 },
    ]);
  });

  test("are refused for positions that do not sum to zero", () => {
    expect(() => fewestTransfers(positions([100, -50]))).toThrow(RangeError);
  });
});
