import type { Guest } from "./guest.ts";
import { type QueuedScan, toBeSent } from "./scan-queue.ts";

/** A guest with what this phone has done and not yet sent. */
export type GuestNow = Guest & { sendsLater: boolean; isOffList: boolean };

/**
 * The list as the server last told it, with the queue on top: who was let in or let out again on this phone, and those who
 * were not on the list. Those let in first, the latest on top; then those expected, those who ask, those who wait.
 */
export function guestsNow(list: readonly Guest[], queue: readonly QueuedScan[]): GuestNow[] {
  const now = new Map<string, GuestNow>(list.map((guest) => [guest.passId, { ...guest, sendsLater: false, isOffList: false }]));
  for (const scan of toBeSent(queue)) {
    const { passId, holder, home, isOffList } = scan;
    const before = now.get(passId) ?? { passId, holder, home, code: "", state: "expected", since: null, sendsLater: true, isOffList };
    if (scan.kind === "undo") now.set(passId, { ...before, state: "expected", since: null, sendsLater: true });
    else if (before.state !== "in") now.set(passId, { ...before, state: "in", since: scan.scannedAt, sendsLater: true });
  }
  return [...now.values()].toSorted(inOrder);
}

const places = { in: 0, expected: 1, asks: 2, listed: 3, gone: 4 };

function inOrder(a: GuestNow, b: GuestNow): number {
  if (a.state !== b.state) return places[a.state] - places[b.state];
  if (a.state === "in") return momentOf(b) - momentOf(a);
  return a.holder.localeCompare(b.holder, "nb");
}

function momentOf({ since }: GuestNow): number {
  return since === null ? 0 : Date.parse(since);
}
