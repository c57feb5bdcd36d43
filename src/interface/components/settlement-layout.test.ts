import { expect, test } from "vitest";
import { settlementLayout } from "./settlement-layout.ts";

const sizes = { moneyHeight: 100, leastRoom: 20, gap: 10 };

test("nodes are as tall as their money, and ribbons fill them exactly", () => {
  const transfers = [
    { from: "Brodahls", to: "657", amountOre: 60_00 },
    { from: "Blender", to: "657", amountOre: 20_00 },
    { from: "Blender", to: "Impact Hub", amountOre: 20_00 },
  ];

  const { payers, receivers, ribbons } = settlementLayout(transfers, sizes);

  expect(payers.map(({ name, amountOre, height }) => ({ name, amountOre, height }))).toEqual([
    { name: "Brodahls", amountOre: 60_00, height: 60 },
    { name: "Blender", amountOre: 40_00, height: 40 },
  ]);
  expect(receivers.map(({ name, height }) => ({ name, height }))).toEqual([
    { name: "657", height: 80 },
    { name: "Impact Hub", height: 20 },
  ]);
  expect(ribbons.map(({ toY, height }) => [toY - (receivers[0]?.y ?? 0), height]).slice(0, 2)).toEqual([
    [0, 60],
    [60, 20],
  ]);
});

test("a small sum still has room for its name", () => {
  const { payers } = settlementLayout(
    [
      { from: "Fabrikken", to: "657", amountOre: 99_00 },
      { from: "Beta", to: "657", amountOre: 1_00 },
      { from: "Flow", to: "657", amountOre: 0 },
    ],
    sizes,
  );

  const middles = payers.map(({ y, height }) => y + height / 2);

  expect(middles.slice(1).every((middle, place) => middle - (middles[place] ?? 0) >= sizes.leastRoom)).toBe(true);
});
