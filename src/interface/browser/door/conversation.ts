import type { Answered } from "./ask.ts";
import { type Queued, type QueueEvent, toBeSent } from "./queue.ts";
import type { QueueStore } from "./queue-store.ts";
import { type Send, type Synced, sendAll } from "./send-all.ts";

const lookAgainOffline = 5_000;

/** Whether anybody answers, as far as the phone knows. `unknown` until somebody was asked. */
export type Reach = Synced<Queued>["reach"] | "unknown";

/** What had to wait and has been sent. */
export interface SentLater<Act> {
  acts: readonly Act[];
  at: string;
  mustBeLookedAt: boolean;
}

interface Given<Act extends Queued, Told> {
  store: QueueStore<Act>;
  send: Send<Act>;
  /** The name of what the tabs of a phone take turns at. */
  turnAt: string;
  /** Asks for what the server knows now. */
  ask: () => Promise<Answered<Told>>;
  /** How long what was told is good while somebody answers. */
  lookAgainAfter: number;
  /** Whether that it was sent later is worth telling. */
  isTold: (act: Act) => boolean;
  /** Whether what is there from the start was told just now. */
  isFresh: boolean;
  /** Takes what the server knows now. */
  take: (told: Told) => void;
  /** Shows what is known after something changed. */
  show: () => void;
}

/** The phone and the server: what waits to be sent, what was answered, and whether anybody does. */
export interface Conversation<Act extends Queued> {
  readonly reach: Reach;
  readonly queue: readonly Act[];
  /** What has arrived since the server told, and so is not in what it told. */
  readonly arrived: readonly Act[];
  readonly sentLater: SentLater<Act> | undefined;
  /** Sends what waits from before; looks when what is there may be old. */
  begin(): Promise<void>;
  /** Keeps what was done, shows it, and sends it unless nobody answers. */
  tell(event: QueueEvent<Act>): Promise<void>;
  /** Asks what the server knows now, and sends what waits when there is an answer. */
  look(): Promise<void>;
  /** That it was sent has been seen. */
  forgetSentLater(): void;
}

/**
 * An answer counts only if nothing newer was learned while it was on its way: a look that began before a check-in found nobody
 * says nothing about whether somebody is there now. And whenever somebody answers, nothing may be left waiting.
 */
export async function converse<Act extends Queued, Told>(given: Given<Act, Told>): Promise<Conversation<Act>> {
  const { store, isFresh, take, show } = given;
  let queue = await store.read();
  let reach: Reach = isFresh ? "online" : "unknown";
  let arrived: Act[] = [];
  let sentLater: SentLater<Act> | undefined;
  let sendings = 0;
  let isSending = false;
  let isLooking = false;
  let mustLookAgain = false;
  let next: ReturnType<typeof setTimeout> | undefined;

  return {
    get reach() {
      return reach;
    },
    get queue() {
      return queue;
    },
    get arrived() {
      return arrived;
    },
    get sentLater() {
      return sentLater;
    },
    forgetSentLater() {
      sentLater = undefined;
    },
    look,
    begin: () => (reach === "unknown" ? look() : send(true)),
    async tell(event) {
      queue = await store.change(event);
      show();
      // while nobody answers nothing is sent in vain: what was never sent can be taken back as if never done
      if (reach !== "offline") await send(reach !== "online");
    },
  };

  async function look(): Promise<void> {
    mustLookAgain = isLooking;
    if (isLooking) return;
    isLooking = true;
    const before = { reach, sendings };
    try {
      const answered = await given.ask();
      queue = await store.read();
      if (before.sendings === sendings) {
        if (answered.kind === "ok") {
          take(answered.body);
          arrived = [];
        }
        reach = answered.kind === "ok" ? "online" : answered.kind === "away" ? "offline" : "signed_out";
      }
    } finally {
      isLooking = false;
    }
    // the queue goes first: what was done at the door is on top of whatever the server says
    if (reach === "online" && toBeSent(queue).length > 0 && !isSending) return send(before.reach !== "online");
    if (mustLookAgain) return look();
    rest();
  }

  async function send(hadToWait: boolean): Promise<void> {
    if (isSending) return;
    if (toBeSent(queue).length === 0) return rest();
    isSending = true;
    let done: Synced<Act>;
    try {
      done = await sendAll(store, given.send, given.turnAt);
      queue = await store.read();
    } finally {
      isSending = false;
      sendings += 1;
    }
    reach = done.reach;
    arrived = [...arrived, ...done.sent];
    const acts = done.sent.filter(given.isTold);
    if (hadToWait && acts.length > 0) sentLater = { acts, at: new Date().toISOString(), mustBeLookedAt: done.mustBeLookedAt };
    if (done.sent.length > 0 || done.mustBeLookedAt) return look();
    // something may have been done after the last was sent
    if (reach === "online") return send(hadToWait);
    rest();
  }

  function rest(): void {
    show();
    clearTimeout(next);
    next = setTimeout(() => void look(), reach === "online" ? given.lookAgainAfter : lookAgainOffline);
  }
}
