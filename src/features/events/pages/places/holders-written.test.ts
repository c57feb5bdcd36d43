import { expect, test } from "vitest";
import { holdersWritten } from "./holders-written.ts";

const tickets = [
  { id: "a", holder: "Ada Berg", holderEmail: "ada@example.test" },
  { id: "b", holder: "Bo Dahl", holderEmail: null },
  { id: "c", holder: null, holderEmail: null },
  { id: "d", holder: null, holderEmail: null },
];

test("who is said anew is written, and places left as they are get no letter twice", () => {
  const written = {
    "name-a": ["Ada Berg"],
    "email-a": ["ada@example.test"],
    "name-b": ["Bo Dahl"],
    "email-b": [" bo@example.test "],
    "name-c": ["Eli Fos"],
    "email-c": [""],
    "name-d": [""],
    "email-d": [""],
  };

  expect(holdersWritten(tickets, written, "Hvem?")).toEqual({
    holders: [
      { ticketId: "b", name: "Bo Dahl", email: "bo@example.test" },
      { ticketId: "c", name: "Eli Fos" },
    ],
    errors: [],
  });
});

test("a name that is taken away, and an address without a name, are asked for", () => {
  const written = { "name-a": [""], "email-a": ["ada@example.test"], "name-c": [" "], "email-c": ["eli@example.test"] };

  expect(holdersWritten(tickets, written, "Hvem?").errors).toEqual([
    { field: "name-a", message: "Hvem?" },
    { field: "name-c", message: "Hvem?" },
  ]);
});
