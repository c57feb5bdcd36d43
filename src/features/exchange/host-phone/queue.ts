/** What was done at the door and the server has not heard of yet. Kept in order; the server hears it in the same order. */
export type QueuedAct = QueuedScan | QueuedTick;

interface Queued {
  /** Made for this act: sent twice, it is one. */
  nonce: string;
  passId: string;
  holder: string;
  /** How often it was sent without an answer: it may have arrived. */
  tries: number;
  /** What the server said no with; a person must look at it. */
  refusal?: string;
}

/** A guest let in, or let out again. */
export interface QueuedScan extends Queued {
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
export interface QueuedTick extends Queued {
  kind: "duty";
  dutyId: string;
  /** The duty in words, as it stood on the phone. */
  duty: string;
  isDone: boolean;
  /** When it was ticked, ISO. */
  doneAt: string;
}

export type QueueEvent =
  | { kind: "done"; act: QueuedAct }
  | { kind: "sending"; nonce: string }
  | { kind: "arrived"; nonce: string }
  | { kind: "refused"; nonce: string; refusal: string }
  | { kind: "seen"; nonce: string };

/** The queue after something happened. Nothing is lost: what leaves it has arrived, was taken back before it was sent, or was looked at. */
export function afterEvent(queue: readonly QueuedAct[], event: QueueEvent): QueuedAct[] {
  switch (event.kind) {
    case "done":
      return withAct(queue, event.act);
    case "sending":
      return queue.map((act) => (act.nonce === event.nonce ? { ...act, tries: act.tries + 1 } : act));
    case "refused":
      return withRefusal(queue, event);
    case "arrived":
    case "seen":
      return queue.filter(({ nonce }) => nonce !== event.nonce);
  }
}

/** The next to send, if any. */
export function nextToSend(queue: readonly QueuedAct[]): QueuedAct | undefined {
  return queue.find(isWaiting);
}

/** Those that are still to be sent. */
export function toBeSent(queue: readonly QueuedAct[]): QueuedAct[] {
  return queue.filter(isWaiting);
}

/** Those the server refused. */
export function refusedActs(queue: readonly QueuedAct[]): QueuedAct[] {
  return queue.filter((act) => !isWaiting(act));
}

function withAct(queue: readonly QueuedAct[], act: QueuedAct): QueuedAct[] {
  if (queue.some(({ nonce }) => nonce === act.nonce)) return [...queue];
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
function withRefusal(queue: readonly QueuedAct[], { nonce, refusal }: { nonce: string; refusal: string }): QueuedAct[] {
  const at = queue.findIndex((act) => act.nonce === nonce);
  const refused = queue[at];
  if (!refused) return [...queue];
  const withIt = queue.toSpliced(at, 1, { ...refused, refusal });
  if (refused.kind !== "check_in") return withIt;
  return withIt.filter((act, place) => place <= at || act.passId !== refused.passId || act.kind !== "undo");
}

function lastScan(queue: readonly QueuedAct[], passId: string): QueuedScan | undefined {
  return queue.filter((act) => act.kind !== "duty").findLast((act) => act.passId === passId && isWaiting(act));
}

function isTickOf(act: QueuedAct, { passId, dutyId }: QueuedTick): boolean {
  return act.kind === "duty" && act.passId === passId && act.dutyId === dutyId;
}

function isWaiting(act: QueuedAct): boolean {
  return act.refusal === undefined;
}
