import { describe, expect, test } from "vitest";
import { sizeThatFits, wrapped } from "./wrap.ts";

// every letter as wide as the type is large
const pages = { widthOf: (text: string, size: number) => text.length * size };

describe("A text in lines", () => {
  test("goes on below where the next word does not fit, and keeps the space for those who are read to", () => {
    expect(wrapped(pages, "Ring på klokka ved porten", { size: 1, within: 14 })).toEqual(["Ring på klokka ", "ved porten"]);
  });

  test("breaks a word that no line can hold, with a hyphen between letters only", () => {
    expect(wrapped(pages, "Gummivarefabrikk her", { size: 1, within: 8 })).toEqual(["Gummiva-", "refabri-", "kk her"]);
    expect(wrapped(pages, "huset.example/kart", { size: 1, within: 14 })).toEqual(["huset.example/", "kart"]);
  });

  test("breaks a compound name after its own hyphen", () => {
    expect(wrapped(pages, "Wilhelmina-Konstantinova", { size: 1, within: 16 })).toEqual(["Wilhelmina-", "Konstantinova"]);
  });

  test("goes on after a broken word in the same line", () => {
    expect(wrapped(pages, "Hos Gummivarefabrikk", { size: 1, within: 12 })).toEqual(["Hos ", "Gummivarefa-", "brikk"]);
  });
});

test("a name steps down until its longest word fits, and no further than the smallest size", () => {
  const sizes = [18, 14, 12];

  expect(sizeThatFits(pages, "Flow Hus", { sizes, within: 80 })).toBe(18);
  expect(sizeThatFits(pages, "Brodahls", { sizes, within: 112 })).toBe(14);
  expect(sizeThatFits(pages, "Gummivarefabrikk", { sizes, within: 80 })).toBe(12);
});
