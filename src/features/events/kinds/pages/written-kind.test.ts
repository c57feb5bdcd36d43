import { expect, test } from "vitest";
import { kindChangeIn, writtenKind } from "./written-kind.ts";

const kind = {
  ...{ name: "Middag", priceOre: 45_050, memberPriceOre: null, accessCode: "TORSK", mostPlaces: 10 },
  ...{ opensAt: "2026-11-20T08:00:00Z", closesAt: "2026-11-23T08:00:17Z", quotas: ["Salen", "Spisesalen"] },
};
const zone = "Europe/Oslo";

test("what is not touched is not sent, though the form shows no seconds", () => {
  const written = writtenKind(kind, "1", zone);

  expect(written).toMatchObject({ "price-1": ["450,50"], "memberPrice-1": [""], "closes-1": ["2026-11-23T09:00"] });
  expect(kindChangeIn(written, written, "1", zone)).toEqual({});
});

test("an emptied field takes away what it held, and a price that is none is left to the API to refuse", () => {
  const before = writtenKind(kind, "1", zone);
  const emptied = { ...before, "closes-1": [""], "code-1": [""], "memberPrice-1": ["20"], "price-1": ["mye"] };

  expect(kindChangeIn(emptied, before, "1", zone)).toEqual({
    closesAt: null,
    accessCode: null,
    memberPriceOre: 2_000,
    priceOre: Number.NaN,
  });
});

test("the places it takes of are sent when others are ticked, or new ones named", () => {
  const before = writtenKind(kind, "1", zone);
  const inAnotherOrder = { ...before, "from-1": ["Spisesalen", "Salen"] };
  const fewer = { ...before, "from-1": ["Salen"] };
  const named = { ...before, "quota-1": ["Bussen"], "size-1": ["50"] };

  expect(kindChangeIn(inAnotherOrder, before, "1", zone)).toEqual({});
  expect(kindChangeIn(fewer, before, "1", zone)).toEqual({ quotas: ["Salen"], newQuotas: [] });
  expect(kindChangeIn(named, before, "1", zone)).toEqual({ quotas: ["Salen", "Spisesalen"], newQuotas: [{ name: "Bussen", size: 50 }] });
});
