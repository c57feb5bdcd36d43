import { describe, expect, test } from "vitest";
import { afterEvent, nextToSend, type QueuedScan, refusedScans, toBeSent } from "./scan-queue.ts";

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

const done = (queue: QueuedScan[], one: QueuedScan) => afterEvent(queue, { kind: "done", scan: one });

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

    expect(refusedScans(refused).map(({ refusal }) => refusal)).toEqual(["Passet er avsluttet."]);
    expect(toBeSent(refused).map(({ passId }) => passId)).toEqual(["jonas"]);
    expect(refusedScans(afterEvent(refused, { kind: "seen", nonce: "amina-check_in" }))).toEqual([]);
  });
});
