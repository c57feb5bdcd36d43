import { toBeSent } from "../../../interface/browser/door/queue.ts";
import type { Guest } from "./guest.ts";
import type { QueuedAct } from "./queue.ts";

/**
 * A guest with what this phone has done on top of the list. `isOwnWord`: how the guest stands is this phone's word, not the list's.
 * `sendsLater`: and the server has not heard it.
 */
export type GuestNow = Guest & { isOwnWord: boolean; sendsLater: boolean; isOffList: boolean };

/**
 * The list as the server last told it, with what this phone did on top: what has arrived since the list was read, then the queue.
 * Those let in first, the latest on top; then those expected, those who ask, those who wait.
 */
export function guestsNow(list: readonly Guest[], arrived: readonly QueuedAct[], queue: readonly QueuedAct[]): GuestNow[] {
  const now = new Map<string, GuestNow>(
    list.map((guest) => [guest.passId, { ...guest, isOwnWord: false, sendsLater: false, isOffList: false }]),
  );
  for (const act of arrived) put(now, act, false);
  for (const act of toBeSent(queue)) put(now, act, true);
  return [...now.values()].toSorted(inOrder);
}

function put(now: Map<string, GuestNow>, act: QueuedAct, sendsLater: boolean): void {
  if (act.kind === "duty") return;
  const { passId, holder, home, isOffList } = act;
  const ownWord = { isOwnWord: true, sendsLater };
  const before = now.get(passId) ?? { passId, holder, home, code: "", state: "expected", since: null, isOffList, ...ownWord };
  if (act.kind === "undo") now.set(passId, { ...before, state: "expected", since: null, ...ownWord });
  else if (before.state !== "in") now.set(passId, { ...before, state: "in", since: act.scannedAt, ...ownWord });
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
