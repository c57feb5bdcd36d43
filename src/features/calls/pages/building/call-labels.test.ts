import { expect, test } from "vitest";
import { callLabel } from "./call-labels.ts";

test.each([
  ["closesOn", "Frist"],
  ["title.nb", "Navn, bokmål"],
  ["rules.municipality", "Holder til i en av disse kommunene"],
  ["questions.3.label.nn", "Spørsmål 3, Spørsmål, nynorsk"],
  ["questions.3.most", "Spørsmål 3, Høyst"],
  ["phases.1.name.nb", "Fase 2, Navn på fasen, bokmål"],
  ["phases.1.criteria.2.weight", "Fase 2, Kriterium 2, Teller"],
  ["sponsors.2.name", "Sponsor 2"],
  ["sponsors.2.text", "Sponsor 2, Hva de står bak"],
  ["elsewhere", undefined],
])("a field of a call is called by its row and its language: %s", (field, label) => {
  const called = callLabel(field, 1, "nb");

  expect(called).toBe(label);
});
