/** Something done at a door that the server has not heard of yet. Kept in order; the server hears it in the same order. */
export interface Queued {
  /** Made for this act: sent twice, it is one. */
  nonce: string;
  /** How often it was sent without an answer: it may have arrived. */
  tries: number;
  /** What the server said no with; a person must look at it. */
  refusal?: string;
}

export type QueueEvent<Act extends Queued> =
  | { kind: "done"; act: Act }
  | { kind: "sending"; nonce: string }
  | { kind: "arrived"; nonce: string }
  | { kind: "refused"; nonce: string; refusal: string }
  | { kind: "seen"; nonce: string };

/** The queue after something happened. */
export type AfterEvent<Act extends Queued> = (queue: readonly Act[], event: QueueEvent<Act>) => Act[];

interface Rules<Act extends Queued> {
  /** The queue with one more act, or with one less when the two cancel out. */
  withAct(queue: readonly Act[], act: Act): Act[];
  /** Whether a later act has nothing left to do when an earlier one was refused. */
  isInVain(later: Act, refused: Act): boolean;
}

/** A queue that loses nothing: what leaves it has arrived, was taken back before it was sent, or was looked at. */
export function queueBy<Act extends Queued>({ withAct, isInVain }: Rules<Act>): AfterEvent<Act> {
  return (queue, event) => {
    switch (event.kind) {
      case "done":
        return queue.some(({ nonce }) => nonce === event.act.nonce) ? [...queue] : withAct(queue, event.act);
      case "sending":
        return queue.map((act) => (act.nonce === event.nonce ? { ...act, tries: act.tries + 1 } : act));
      case "refused":
        return withRefusal(queue, event);
      case "arrived":
      case "seen":
        return queue.filter(({ nonce }) => nonce !== event.nonce);
    }
  };

  function withRefusal(queue: readonly Act[], { nonce, refusal }: { nonce: string; refusal: string }): Act[] {
    const at = queue.findIndex((act) => act.nonce === nonce);
    const refused = queue[at];
    if (!refused) return [...queue];
    return queue.toSpliced(at, 1, { ...refused, refusal }).filter((act, place) => place <= at || !isInVain(act, refused));
  }
}

/** The next to send, if any. */
export function nextToSend<Act extends Queued>(queue: readonly Act[]): Act | undefined {
  return queue.find(isWaiting);
}

/** Those that are still to be sent. */
export function toBeSent<Act extends Queued>(queue: readonly Act[]): Act[] {
  return queue.filter(isWaiting);
}

/** Those the server refused. */
export function refusedActs<Act extends Queued>(queue: readonly Act[]): Act[] {
  return queue.filter((act) => !isWaiting(act));
}

export function isWaiting(act: Queued): boolean {
  return act.refusal === undefined;
}
