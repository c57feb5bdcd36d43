import { expect, test } from "vitest";
import { addressesIn } from "./addresses-written.ts";

test("addresses are read as they are pasted, with names or without, and what is none is told", () => {
  expect(addressesIn('ada@example.test\nBo Dahl <bo@example.test>; "Eik, Cato" <cato@example.test>, dag@example.test\n\nikke noe')).toEqual(
    {
      people: [
        { email: "ada@example.test" },
        { email: "bo@example.test", name: "Bo Dahl" },
        { email: "cato@example.test", name: "Eik, Cato" },
        { email: "dag@example.test" },
      ],
      others: ["ikke noe"],
    },
  );
});
