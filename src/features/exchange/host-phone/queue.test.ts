import { describe, expect, test } from "vitest";
import { nextToSend, refusedActs, toBeSent } from "../../../interface/browser/door/queue.ts";
import { afterEvent, type QueuedAct, type QueuedScan, type QueuedTick } from "./queue.ts";

function scan(passId: string, more: Partial<QueuedScan> = {}): QueuedScan {
  return {
    nonce: `${passId}-${more.kind ?? "check_in"}`,
    kind: "check_in",
    passId,
    holder: "Amina L.",
    home: "Blender Collective",
    scannedAt: "2026-11-24T08:52:00Z",
    isOffList: false,
    tries: 0,
    ...more,
  };
}

function tick(passId: string, isDone: boolean, more: Partial<QueuedTick> = {}): QueuedTick {
  return {
    nonce: `${passId}-tick-${isDone}`,
    kind: "duty",
    passId,
    holder: "Amina L.",
    dutyId: "show-round",
    duty: "Vist rundt",
    isDone,
    doneAt: "2026-11-24T08:55:00Z",
    tries: 0,
    ...more,
  };
}

const done = (queue: QueuedAct[], one: QueuedAct) => afterEvent(queue, { kind: "done", act: one });

describe("The queue of a host's phone", () => {
  test("sends scans in the order they were made", () => {
    const queue = done(done([], scan("amina")), scan("jonas"));

    const first = nextToSend(queue);
    const second = nextToSend(afterEvent(queue, { kind: "arrived", nonce: "amina-check_in" }));

    expect([first?.passId, second?.passId]).toEqual(["amina", "jonas"]);
  });

  test("keeps one scan of a pass, however often it is shown", () => {
    const queue = done([], scan("amina"));

    const again = done(queue, scan("amina", { nonce: "another" }));

    expect(again).toEqual(queue);
  });

  test("keeps a scan that was sent without an answer, to be sent again with the same nonce", () => {
    const queue = afterEvent(done([], scan("amina")), { kind: "sending", nonce: "amina-check_in" });

    expect(queue).toEqual([scan("amina", { tries: 1 })]);
  });

  test("forgets a check-in that is undone before it was ever sent", () => {
    const queue = done([], scan("amina"));

    expect(done(queue, scan("amina", { kind: "undo" }))).toEqual([]);
  });

  test("sends the undoing after a check-in that may have arrived", () => {
    const sent = scan("amina", { tries: 1 });

    const queue = done([sent], scan("amina", { kind: "undo" }));

    expect(toBeSent(queue).map(({ kind }) => kind)).toEqual(["check_in", "undo"]);
  });

  test("takes a guest in again who was undone", () => {
    const queue = [scan("amina", { tries: 1 }), scan("amina", { kind: "undo" })];

    const again = done(queue, scan("amina", { nonce: "second" }));

    expect(again.map(({ nonce }) => nonce)).toEqual(["amina-check_in", "amina-undo", "second"]);
  });

  test("sets aside what was refused, with its undoing, until somebody has seen it", () => {
    const queue = [scan("amina", { tries: 1 }), scan("jonas"), scan("amina", { kind: "undo" })];

    const refused = afterEvent(queue, { kind: "refused", nonce: "amina-check_in", refusal: "Passet er avsluttet." });

    expect(refusedActs(refused).map(({ refusal }) => refusal)).toEqual(["Passet er avsluttet."]);
    expect(toBeSent(refused).map(({ passId }) => passId)).toEqual(["jonas"]);
    expect(refusedActs(afterEvent(refused, { kind: "seen", nonce: "amina-check_in" }))).toEqual([]);
  });

  test("keeps the last word on a duty, after the check-in it belongs to", () => {
    const queue = [scan("amina"), tick("amina", true), tick("amina", true, { dutyId: "wifi", nonce: "wifi" })];

    const unticked = done(queue, tick("amina", false, { tries: 0 }));

    expect(unticked.map(({ nonce }) => nonce)).toEqual(["amina-check_in", "wifi", "amina-tick-false"]);
  });

  test("does not mix up scans and ticks of the same guest", () => {
    const queue = [scan("amina", { tries: 1 }), tick("amina", true)];

    const undone = done(queue, scan("amina", { kind: "undo" }));
    const refused = afterEvent(undone, { kind: "refused", nonce: "amina-check_in", refusal: "Passet er avsluttet." });

    expect(undone.map(({ kind }) => kind)).toEqual(["check_in", "duty", "undo"]);
    expect(toBeSent(refused)).toEqual([tick("amina", true)]);
  });
});
