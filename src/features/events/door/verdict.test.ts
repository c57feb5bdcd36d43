import { describe, expect, test } from "vitest";
import type { TicketNow } from "./tickets-now.ts";
import { type AtTheDoor, conflictOf, verdictOfCode, verdictOfTicket } from "./verdict.ts";

const ada: TicketNow = {
  id: "ada",
  holder: "Ada Berg",
  kind: "Plass",
  organization: null,
  code: "AAAA1111",
  checkedInAt: null,
  leftAt: null,
  doubles: [],
  isOwnWord: false,
  sendsLater: false,
  isOffList: false,
};
const inside = { ...ada, checkedInAt: "2026-12-03T07:00:00Z" };
const gone = { ...inside, leftAt: "2026-12-03T08:00:00Z" };
const seen = { keyId: "k", ticketId: "ada", eventId: "breakfast", holder: "Ada B.", kind: "Plass" };

function door(given: Partial<AtTheDoor> & { ticket?: TicketNow } = {}): AtTheDoor {
  return { eventId: "breakfast", direction: "in", find: (id) => (given.ticket?.id === id ? given.ticket : undefined), ...given };
}

describe("A ticket at the door", () => {
  test("lets in whoever is expected, and whoever went out again", () => {
    for (const ticket of [ada, gone])
      expect(verdictOfCode(seen, "genuine", door({ ticket }))).toMatchObject({ kind: "let_in", isOffList: false, isUnchecked: false });
  });

  test("of somebody who is inside says since when", () => {
    expect(verdictOfCode(seen, "genuine", door({ ticket: inside }))).toMatchObject({ kind: "already_in", since: inside.checkedInAt });
  });

  test("that is genuine but on no list of this phone's is let in and marked, unless it is for another event", () => {
    expect(verdictOfCode(seen, "genuine", door())).toMatchObject({ kind: "let_in", isOffList: true, ticket: { holder: "Ada B." } });
    expect(verdictOfCode({ ...seen, eventId: "dinner" }, "genuine", door())).toMatchObject({ kind: "other_event" });
  });

  test("that somebody else signed is refused though its number is on the list", () => {
    expect(verdictOfCode(seen, "forged", door({ ticket: ada }))).toEqual({ kind: "unknown", why: "forged" });
  });

  test("whose signature cannot be checked is good only when it is on the list", () => {
    expect(verdictOfCode(seen, "unchecked", door({ ticket: ada }))).toMatchObject({ kind: "let_in", isUnchecked: true });
    expect(verdictOfCode(seen, "unchecked", door())).toEqual({ kind: "unknown", why: "not_on_list" });
  });

  test("whose code is in another name than the list has is let in with that name, so that whoever comes can be asked", () => {
    const givenOn = { ...ada, holder: "Bo Dahl", codeSays: "Bo D." };

    expect(verdictOfCode(seen, "genuine", door({ ticket: givenOn }))).toMatchObject({ kind: "let_in", otherName: "Ada B." });
    expect(verdictOfCode({ ...seen, holder: "Bo D." }, "genuine", door({ ticket: givenOn }))).not.toHaveProperty("otherName");
    expect(verdictOfCode({ ...seen, holder: "" }, "genuine", door({ ticket: givenOn }))).not.toHaveProperty("otherName");
  });

  test("lets out whoever is inside, and nobody else", () => {
    expect([inside, ada, gone].map((ticket) => verdictOfTicket(ticket, "out").kind)).toEqual(["let_out", "not_inside", "not_inside"]);
  });
});

test("a ticket let in at two doors is told at both, with the other door and which of them counts", () => {
  const scans = [
    { scannedAt: "2026-12-03T07:00:00.1Z", door: "Nord", isCounted: true },
    { scannedAt: "2026-12-03T07:01:00Z", door: null, isCounted: false },
  ];
  const twice = { ...inside, doubles: scans };

  expect(conflictOf(inside, "2026-12-03T07:00:00.100Z")).toBeUndefined();
  expect(conflictOf(twice, "2026-12-03T07:05:00.000Z")).toBeUndefined();
  expect(conflictOf(twice, "2026-12-03T07:00:00.100Z")).toEqual({ door: null, scannedAt: "2026-12-03T07:01:00Z", countsHere: true });
  expect(conflictOf(twice, "2026-12-03T07:01:00.000Z")).toEqual({ door: "Nord", scannedAt: "2026-12-03T07:00:00.1Z", countsHere: false });
});
