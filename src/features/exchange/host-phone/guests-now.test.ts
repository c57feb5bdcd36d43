import { describe, expect, test } from "vitest";
import { type Guest, guestState } from "./guest.ts";
import { guestsNow } from "./guests-now.ts";
import type { QueuedScan } from "./queue.ts";

const amina: Guest = { passId: "amina", holder: "Amina L.", home: "Blender", code: "K7M4QX2R", state: "expected", since: null };
const jonas: Guest = { passId: "jonas", holder: "Jonas V.", home: "Flow", code: "B2C3D4E5", state: "in", since: "2026-11-24T08:10:00Z" };
const eirik: Guest = { passId: "eirik", holder: "Eirik S.", home: "Fabrikken", code: "C2C3D4E5", state: "listed", since: null };

function scan(passId: string, more: Partial<QueuedScan> = {}): QueuedScan {
  return {
    nonce: passId,
    kind: "check_in",
    passId,
    holder: "Sara N.",
    home: "Beta",
    scannedAt: "2026-11-24T09:11:00Z",
    isOffList: false,
    tries: 0,
    ...more,
  };
}

describe("The list on a host's phone", () => {
  test("shows those let in first, the latest on top, then those expected and those who wait", () => {
    const list = guestsNow([eirik, amina, jonas, { ...jonas, passId: "late", since: "2026-11-24T09:00:00Z" }], [], []);

    expect(list.map(({ passId }) => passId)).toEqual(["late", "jonas", "amina", "eirik"]);
  });

  test("shows what waits to be sent as done, and says so", () => {
    const [first] = guestsNow([amina], [], [scan("amina")]);

    expect(first).toEqual({ ...amina, state: "in", since: "2026-11-24T09:11:00Z", isOwnWord: true, sendsLater: true, isOffList: false });
  });

  test("shows a guest with a genuine pass who was not on the list", () => {
    const [first] = guestsNow([amina], [], [scan("sara", { isOffList: true })]);

    expect(first).toMatchObject({ passId: "sara", holder: "Sara N.", home: "Beta", state: "in", isOffList: true, sendsLater: true });
  });

  test("shows a guest as expected again whose undoing waits to be sent", () => {
    const [first] = guestsNow([jonas], [], [scan("jonas", { kind: "undo" })]);

    expect(first).toMatchObject({ state: "expected", since: null, sendsLater: true });
  });

  test("believes the server over a scan it refused", () => {
    expect(guestsNow([amina], [], [scan("amina", { refusal: "Passet er avsluttet." })])).toEqual([
      { ...amina, isOwnWord: false, sendsLater: false, isOffList: false },
    ]);
  });

  test("shows what has arrived since the list was read as done, and not as waiting", () => {
    const [first] = guestsNow([amina], [scan("amina")], []);

    expect(first).toMatchObject({ state: "in", since: "2026-11-24T09:11:00Z", isOwnWord: true, sendsLater: false });
  });

  test("keeps the server's time for a guest another phone let in first", () => {
    const [first] = guestsNow([jonas], [], [scan("jonas")]);

    expect(first).toMatchObject({ since: jonas.since, sendsLater: false });
  });
});

test("a pass that was not used may still be used the same day", () => {
  expect(guestState({ state: "no_show", waitsFor: null })).toBe("expected");
});
