import { expect, test } from "vitest";
import { visibleLine } from "./visible-text.ts";

test("a name is kept as one line that can be seen, in any script", () => {
  expect(visibleLine(" \u202eAmina\u202c\u200b\n\tLarsen\u00a0 ")).toBe("Amina Larsen");
  expect(visibleLine("Áhkká Ŋuorra 👩\u200d🚀")).toBe("Áhkká Ŋuorra 👩\u200d🚀");
  expect(visibleLine("A\u030ase")).toBe("Åse");
  expect(["\u200b\u200b", "\u3164", "\u200d", " \u2066 "].map(visibleLine)).toEqual(["", "", "", ""]);
});
