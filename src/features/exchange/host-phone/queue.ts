import {
  type AfterEvent,
  type QueueEvent as AnyQueueEvent,
  isWaiting,
  type Queued,
  queueBy,
} from "../../../interface/browser/door/queue.ts";

/** What was done at the door and the server has not heard of yet. Kept in order; the server hears it in the same order. */
export type QueuedAct = QueuedScan | QueuedTick;

interface AboutGuest extends Queued {
  passId: string;
  holder: string;
}

/** A guest let in, or let out again. */
export interface QueuedScan extends AboutGuest {
  kind: "check_in" | "undo";
  /** When it was done, ISO. */
  scannedAt: string;
  home: string;
  /** Why a guest with a pass for another day was let in. */
  reason?: string;
  /** Let in by a genuine pass that was not on the list this phone had. */
  isOffList: boolean;
}

/** A line of the checklist for receiving a guest, ticked or unticked. */
export interface QueuedTick extends AboutGuest {
  kind: "duty";
  dutyId: string;
  /** The duty in words, as it stood on the phone. */
  duty: string;
  isDone: boolean;
  /** When it was ticked, ISO. */
  doneAt: string;
}

export type QueueEvent = AnyQueueEvent<QueuedAct>;

/** The queue of a host's phone after something happened. */
export const afterEvent: AfterEvent<QueuedAct> = queueBy({ withAct, isInVain });

function withAct(queue: readonly QueuedAct[], act: QueuedAct): QueuedAct[] {
  switch (act.kind) {
    case "check_in":
      return lastScan(queue, act.passId)?.kind === "check_in" ? [...queue] : [...queue, act];
    case "undo":
      return withUndo(queue, act);
    case "duty":
      // the last word on a duty is the one that counts, whether an earlier one arrived or not
      return [...queue.filter((each) => !(isTickOf(each, act) && isWaiting(each))), act];
  }
}

// what was never sent is as if never done; what may have arrived is followed by its undoing
function withUndo(queue: readonly QueuedAct[], undo: QueuedScan): QueuedAct[] {
  const last = lastScan(queue, undo.passId);
  if (last?.kind === "check_in" && last.tries === 0) return queue.filter((each) => each !== last);
  return last?.kind === "undo" ? [...queue] : [...queue, undo];
}

// the undoing of what was refused has nothing left to undo
function isInVain(later: QueuedAct, refused: QueuedAct): boolean {
  return refused.kind === "check_in" && later.kind === "undo" && later.passId === refused.passId;
}

function lastScan(queue: readonly QueuedAct[], passId: string): QueuedScan | undefined {
  return queue.filter((act) => act.kind !== "duty").findLast((act) => act.passId === passId && isWaiting(act));
}

function isTickOf(act: QueuedAct, { passId, dutyId }: QueuedTick): boolean {
  return act.kind === "duty" && act.passId === passId && act.dutyId === dutyId;
}
