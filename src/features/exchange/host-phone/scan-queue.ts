/** Something done at the door that the server has not heard of yet. Kept in order; the server hears it in the same order. */
export interface QueuedScan {
  /** Made for this scan: sent twice, it is one. */
  nonce: string;
  kind: "check_in" | "undo";
  passId: string;
  /** When it was done, ISO. */
  scannedAt: string;
  holder: string;
  home: string;
  /** Why a guest with a pass for another day was let in. */
  reason?: string;
  /** Let in by a genuine pass that was not on the list this phone had. */
  isOffList: boolean;
  /** How often it was sent without an answer: it may have arrived. */
  tries: number;
  /** What the server said no with; a person must look at it. */
  refusal?: string;
}

export type QueueEvent =
  | { kind: "done"; scan: QueuedScan }
  | { kind: "sending"; nonce: string }
  | { kind: "arrived"; nonce: string }
  | { kind: "refused"; nonce: string; refusal: string }
  | { kind: "seen"; nonce: string };

/** The queue after something happened. Nothing is lost: what leaves it has arrived, was taken back before it was sent, or was looked at. */
export function afterEvent(queue: readonly QueuedScan[], event: QueueEvent): QueuedScan[] {
  switch (event.kind) {
    case "done":
      return event.scan.kind === "undo" ? withUndo(queue, event.scan) : withCheckIn(queue, event.scan);
    case "sending":
      return queue.map((scan) => (scan.nonce === event.nonce ? { ...scan, tries: scan.tries + 1 } : scan));
    case "refused":
      return withRefusal(queue, event);
    case "arrived":
    case "seen":
      return queue.filter(({ nonce }) => nonce !== event.nonce);
  }
}

/** The next to send, if any. */
export function nextToSend(queue: readonly QueuedScan[]): QueuedScan | undefined {
  return queue.find(isWaiting);
}

/** Those that are still to be sent. */
export function toBeSent(queue: readonly QueuedScan[]): QueuedScan[] {
  return queue.filter(isWaiting);
}

/** Those the server refused. */
export function refusedScans(queue: readonly QueuedScan[]): QueuedScan[] {
  return queue.filter((scan) => !isWaiting(scan));
}

function withCheckIn(queue: readonly QueuedScan[], scan: QueuedScan): QueuedScan[] {
  const last = queue.findLast((each) => each.passId === scan.passId && isWaiting(each));
  return last?.kind === "check_in" || queue.some(({ nonce }) => nonce === scan.nonce) ? [...queue] : [...queue, scan];
}

// what was never sent is as if never done; what may have arrived is followed by its undoing
function withUndo(queue: readonly QueuedScan[], undo: QueuedScan): QueuedScan[] {
  const last = queue.findLast((each) => each.passId === undo.passId && isWaiting(each));
  if (last?.kind === "check_in" && last.tries === 0) return queue.filter((each) => each !== last);
  return last?.kind === "undo" ? [...queue] : [...queue, undo];
}

// the undoing of what was refused has nothing left to undo
function withRefusal(queue: readonly QueuedScan[], { nonce, refusal }: { nonce: string; refusal: string }): QueuedScan[] {
  const at = queue.findIndex((scan) => scan.nonce === nonce);
  const refused = queue[at];
  if (!refused) return [...queue];
  if (refused.kind === "undo") return queue.toSpliced(at, 1, { ...refused, refusal });
  return queue
    .toSpliced(at, 1, { ...refused, refusal })
    .filter((scan, place) => place <= at || scan.passId !== refused.passId || scan.kind !== "undo");
}

function isWaiting(scan: QueuedScan): boolean {
  return scan.refusal === undefined;
}
