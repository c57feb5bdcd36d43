import { type QueuedAct, type QueueEvent, toBeSent } from "../../host-phone/queue.ts";
import type { QueueStore } from "./queue-store.ts";
import { readPage } from "./server.ts";
import { type Synced, sendAll } from "./sync.ts";

const lookAgainOffline = 5_000;
const lookAgainOnline = 60_000;

/** Whether anybody answers, as far as the phone knows. `unknown` until somebody was asked. */
export type Reach = Synced["reach"] | "unknown";

/** What had to wait and has been sent. */
export interface SentLater {
  acts: readonly QueuedAct[];
  at: string;
  mustBeLookedAt: boolean;
}

interface Given {
  store: QueueStore;
  path: string;
  language: string;
  device: () => string;
  isFresh: boolean;
  /** Takes the page as it is now. */
  take: (page: Document) => void;
  /** Shows what is known after something changed. */
  show: () => void;
}

/** The phone and the server: what waits to be sent, what was answered, and whether anybody does. */
export interface Conversation {
  readonly reach: Reach;
  readonly queue: readonly QueuedAct[];
  /** What has arrived since the page was read, and so is not on it. */
  readonly arrived: readonly QueuedAct[];
  readonly sentLater: SentLater | undefined;
  /** Sends what waits from before; looks when what the page says may be old. */
  begin(): Promise<void>;
  /** Keeps what was done, shows it, and sends it unless nobody answers. */
  tell(event: QueueEvent): Promise<void>;
  /** Asks for the page as it is now, and sends what waits when there is an answer. */
  look(): Promise<void>;
  /** That it was sent has been seen. */
  forgetSentLater(): void;
}

/**
 * An answer counts only if nothing newer was learned while it was on its way: a look that began before a check-in found nobody
 * says nothing about whether somebody is there now. And whenever somebody answers, nothing may be left waiting.
 */
export async function converse({ store, path, language, device, isFresh, take, show }: Given): Promise<Conversation> {
  let queue = await store.read();
  let reach: Reach = isFresh ? "online" : "unknown";
  let arrived: QueuedAct[] = [];
  let sentLater: SentLater | undefined;
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
      const answered = await readPage(path);
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
    // the queue goes first: what was done at the door is on top of whatever the page says
    if (reach === "online" && toBeSent(queue).length > 0 && !isSending) return send(before.reach !== "online");
    if (mustLookAgain) return look();
    rest();
  }

  async function send(hadToWait: boolean): Promise<void> {
    if (isSending) return;
    if (toBeSent(queue).length === 0) return rest();
    isSending = true;
    let done: Synced;
    try {
      done = await sendAll(store, device(), language);
      queue = await store.read();
    } finally {
      isSending = false;
      sendings += 1;
    }
    reach = done.reach;
    arrived = [...arrived, ...done.sent];
    const acts = done.sent.filter(({ kind }) => kind !== "undo");
    if (hadToWait && acts.length > 0) sentLater = { acts, at: new Date().toISOString(), mustBeLookedAt: done.mustBeLookedAt };
    if (done.sent.length > 0 || done.mustBeLookedAt) return look();
    // something may have been done after the last was sent
    if (reach === "online") return send(hadToWait);
    rest();
  }

  function rest(): void {
    show();
    clearTimeout(next);
    next = setTimeout(() => void look(), reach === "online" ? lookAgainOnline : lookAgainOffline);
  }
}
