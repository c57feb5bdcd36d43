import { expect, test } from "vitest";
import { softHyphens } from "./soft-hyphens.ts";

test.each([
  ["Brodahls Gummivarefabrikk", "Brodahls Gummi-va-re-fab-rikk"],
  ["Innovation Dock", "Innovation Dock"],
  ["Næringshagesenteret", "Nærings-ha-ge-sen-teret"],
  ["Eiendomsfrokost", "Eien-doms-fro-kost"],
  ["Nettverkstreff", "Nett-verks-treff"],
  ["Innovasjonsdagen", "Inno-va-sjons-dagen"],
  ["657", "657"],
])("%s may be broken as %s", (name, broken) => {
  expect(softHyphens(name).replaceAll("\u00ad", "-")).toBe(broken);
});
