import { describe, expect, test } from "vitest";
import type { GuestNow } from "./guests-now.ts";
import type { SeenProof } from "./read-proof.ts";
import { type AtTheDoor, guestOfCode, verdictOfCode } from "./verdict.ts";

const amina: GuestNow = {
  passId: "amina",
  holder: "Amina L.",
  home: "Blender",
  code: "K7M4QX2R",
  state: "expected",
  since: null,
  isOwnWord: false,
  sendsLater: false,
  isOffList: false,
};
const proof: SeenProof = { keyId: "k", passId: "amina", spaceId: "workwork", day: "2026-11-24", holder: "Amina L.", home: "Blender" };
const person = { passId: "amina", holder: "Amina L.", home: "Blender" };
const door = (guests: GuestNow[] = [amina]): AtTheDoor => ({ spaceId: "workwork", day: "2026-11-24", guests });

describe("A code at the door", () => {
  test("of a guest on the list is let in", () => {
    expect(verdictOfCode(proof, "genuine", door())).toEqual({ kind: "let_in", person, isOffList: false, isUnchecked: false });
  });

  test("that is genuine but not on the list is let in and marked", () => {
    expect(verdictOfCode(proof, "genuine", door([]))).toEqual({ kind: "let_in", person, isOffList: true, isUnchecked: false });
  });

  test("for another day or another house is genuine, but not let in", () => {
    const wrongDay = verdictOfCode({ ...proof, day: "2026-11-25" }, "genuine", door([]));
    const wrongHouse = verdictOfCode({ ...proof, spaceId: "flow" }, "genuine", door([]));

    expect(wrongDay).toEqual({ kind: "wrong_day", person, day: "2026-11-25" });
    expect(wrongHouse).toEqual({ kind: "wrong_house", person });
  });

  test("that somebody else made is not let in, though the pass it names is on the list", () => {
    expect(verdictOfCode(proof, "forged", door())).toEqual({ kind: "unknown", why: "forged" });
  });

  test("whose signature the phone cannot check is let in by the list only, and that is said", () => {
    const listed = verdictOfCode(proof, "unchecked", door());
    const unlisted = verdictOfCode(proof, "unchecked", door([]));

    expect(listed).toEqual({ kind: "let_in", person, isOffList: false, isUnchecked: true });
    expect(unlisted).toEqual({ kind: "unknown", why: "not_on_list" });
  });

  test("of a guest who is in already says since when", () => {
    const since = "2026-11-24T08:52:00Z";

    expect(verdictOfCode(proof, "genuine", door([{ ...amina, state: "in", since }]))).toEqual({ kind: "already_in", person, since });
  });

  test("of a guest the host has not answered stands ajar", () => {
    expect(verdictOfCode(proof, "genuine", door([{ ...amina, state: "asks" }]))).toEqual({ kind: "waits", person, state: "asks" });
  });

  test("that is no pass, or hangs at a door, is not known", () => {
    expect(verdictOfCode(undefined, "forged", door())).toEqual({ kind: "unknown", why: "not_ours" });
    expect(verdictOfCode({ ...proof, day: "always" }, "genuine", door())).toEqual({ kind: "unknown", why: "not_ours" });
  });
});

test("a code is found typed in small letters and with the space in the middle, and nothing is found by nothing", () => {
  expect(guestOfCode("k7m4 qx2r", [amina])).toBe(amina);
  expect(guestOfCode(" ", [{ ...amina, code: "" }])).toBeUndefined();
});
