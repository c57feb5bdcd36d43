import { describe, expect, test } from "vitest";
import type { DoorTicket } from "./door-ticket.ts";
import { searchable } from "./find-tickets.ts";
import { afterEvent, type DoorAct, type TicketAct } from "./queue.ts";
import { apartFromCounts, ownWords, ticketNow } from "./tickets-now.ts";

const holders = { ada: "Ada Berg", bo: "Bo Åsen" };
type Who = keyof typeof holders;

function act(kind: TicketAct["kind"], who: Who, more: Partial<TicketAct> = {}): TicketAct {
  const ticket = { id: who, holder: holders[who], kind: "Plass", organization: null };
  return { nonce: `${who} ${kind}`, kind, ticket, scannedAt: "2026-12-03T07:00:00Z", isOffList: false, tries: 0, ...more };
}

function ticket(who: Who, more: Partial<DoorTicket> = {}): DoorTicket {
  const code = { ada: "AB12CD34", bo: "ZZ99YY88" }[who];
  return { id: who, holder: holders[who], kind: "Plass", organization: null, code, checkedInAt: null, leftAt: null, doubles: [], ...more };
}

const done = (queue: DoorAct[], ...acts: DoorAct[]) => acts.reduce((now, one) => afterEvent(now, { kind: "done", act: one }), queue);
const kinds = (queue: DoorAct[]) => queue.map(({ kind }) => kind);

describe("The queue of a phone at a door", () => {
  test("keeps one check-in of a ticket until somebody leaves on it", () => {
    const twice = done([], act("check_in", "ada"), act("check_in", "ada", { nonce: "again" }));
    const back = done(twice, act("check_out", "ada"), act("check_in", "ada", { nonce: "back" }));

    expect([kinds(twice), kinds(back)]).toEqual([["check_in"], ["check_in", "check_out", "check_in"]]);
  });

  test("forgets a check-in that is undone before it was sent, and follows one that may have arrived", () => {
    expect(done([], act("check_in", "ada"), act("undo", "ada"))).toEqual([]);
    expect(kinds(done([act("check_in", "ada", { tries: 1 })], act("undo", "ada")))).toEqual(["check_in", "undo"]);
  });

  test("lets nobody out who was refused", () => {
    const queue = done([], act("check_in", "ada"), act("check_in", "bo"), act("check_out", "ada"));

    const refused = afterEvent(queue, { kind: "refused", nonce: "ada check_in", refusal: "Gitt tilbake" });

    expect(refused.map(({ nonce, refusal }) => [nonce, refusal])).toEqual([
      ["ada check_in", "Gitt tilbake"],
      ["bo check_in", undefined],
    ]);
  });
});

describe("The list with what the phone has done", () => {
  const list = searchable([ticket("ada"), ticket("bo", { checkedInAt: "2026-12-03T06:00:00Z", leftAt: "2026-12-03T06:30:00Z" })]).byId;

  test("has somebody in as soon as they were let in, and says whether the server has heard it", () => {
    const own = ownWords(list, [act("check_in", "ada")], [act("check_out", "ada", { scannedAt: "2026-12-03T07:30:00Z" })]);

    expect(ticketNow("ada", list, own)).toMatchObject({
      checkedInAt: "2026-12-03T07:00:00Z",
      leftAt: "2026-12-03T07:30:00Z",
      sendsLater: true,
    });
    expect(apartFromCounts(list, own)).toEqual({ inside: 0, checkedIn: 1 });
  });

  test("puts whoever had gone out back outside when their second coming is taken back", () => {
    const own = ownWords(list, [], [act("check_in", "bo", { tries: 1 }), act("undo", "bo")]);

    expect(ticketNow("bo", list, own)).toMatchObject({ checkedInAt: "2026-12-03T06:00:00Z", leftAt: "2026-12-03T06:30:00Z" });
  });

  test("counts somebody who is on no list once", () => {
    const own = ownWords(new Map(), [], [act("check_in", "ada", { isOffList: true })]);

    expect([own.get("ada")?.isOffList, apartFromCounts(new Map(), own)]).toEqual([true, { inside: 1, checkedIn: 1 }]);
  });
});

test("a ticket is found by parts of the name in any order, by the company, and by its code", () => {
  const tickets = searchable([ticket("ada", { organization: "Fjord AS" }), ticket("bo")]);

  const found = ["berg ad", "FJORD", "ab12 cd34", "ås", "x"].map((text) => tickets.find(text, 40).hits.map(({ id }) => id));

  expect(found).toEqual([["ada"], ["ada"], ["ada"], ["bo"], []]);
});
