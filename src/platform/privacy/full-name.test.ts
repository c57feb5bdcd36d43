import { expect, test } from "vitest";
import { isFullName } from "./full-name.ts";

test("a full name is two words with capitals, and nothing that stands in other texts", () => {
  const names = ["Amina Larsen", "Åse Øst", "Nils Ante Gærjoe", "Ola van der Berg", "Áhkká Ŋuorra", "李 小龙 先生"];
  const words = ["Amina", "flex", "personId", "det er", "Den dagen", "ring Kari", "", " "];

  expect(names.filter(isFullName)).toEqual(names);
  expect(words.filter(isFullName)).toEqual([]);
});
