import type { Log } from "../log/log.ts";
import { defineRefusals } from "../refusal/refusal.ts";
import { createListener } from "./listener.ts";
import { liveChannel } from "./publish.ts";

export const liveRefusals = defineRefusals("live", {
  tooMany: {
    status: 503,
    texts: {
      nb: "Mange følger med akkurat nå. Last siden på nytt om litt.",
      nn: "Mange følgjer med akkurat no. Last sida på nytt om litt.",
      en: "Many are following right now. Reload the page in a while.",
    },
  },
});

/** Something that was published on a channel; `missed` when the process has begun to hear, or hears again, and one should look. */
export type LiveMessage = { kind: "message"; payload: unknown } | { kind: "missed" };

/** Follows what happens while it happens. */
export interface Live {
  /** Everything published on the channel from now on, until the signal or the stop of the process. @throws Refusal live.too_many */
  subscribe(channel: string, signal?: AbortSignal): AsyncIterableIterator<LiveMessage>;
  /** Hears a channel of the database itself; for the platform. @returns what ends it */
  listen(databaseChannel: string, hear: () => void): () => void;
  /** How many follow now. */
  readonly followers: number;
  /** Ends every subscription. */
  close(): Promise<void>;
}

// a reader who is this far behind is told to look again instead
const mostUnread = 100;

/** @param most how many may follow in this process at once */
export function createLive(url: string, log: Log, most = 2_000): Live {
  const listener = createListener(url, log);
  const followers = new Map<string, Set<(message: LiveMessage) => void>>();
  const enders = new Set<() => void>();
  let isListening = false;

  return {
    subscribe(channel, signal) {
      if (enders.size >= most) throw liveRefusals.tooMany({ seconds: 30 });
      if (!isListening) {
        isListening = true;
        listener.listen(liveChannel, hear, missed);
      }
      return follow(channel, signal);
    },
    listen: (databaseChannel, heard) => listener.listen(databaseChannel, heard, heard),
    get followers() {
      return enders.size;
    },
    async close() {
      for (const end of [...enders]) end();
      await listener.close();
    },
  };

  function hear(text: string): void {
    const { channel, payload } = JSON.parse(text) as { channel: string; payload: unknown };
    for (const give of followers.get(channel) ?? []) give({ kind: "message", payload });
  }

  function missed(): void {
    for (const gives of followers.values()) for (const give of gives) give({ kind: "missed" });
  }

  function follow(channel: string, signal: AbortSignal | undefined): AsyncIterableIterator<LiveMessage> {
    let unread: LiveMessage[] = [];
    let isEnded = false;
    let wake: (() => void) | undefined;
    const give = (message: LiveMessage) => {
      unread.push(message);
      if (unread.length > mostUnread) unread = [{ kind: "missed" }];
      wake?.();
    };
    const end = () => {
      isEnded = true;
      const gives = followers.get(channel);
      gives?.delete(give);
      if (gives?.size === 0) followers.delete(channel);
      enders.delete(end);
      wake?.();
    };
    const known = followers.get(channel);
    if (known) known.add(give);
    else followers.set(channel, new Set([give]));
    enders.add(end);
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end, { once: true });

    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (unread.length === 0 && !isEnded) {
          await new Promise<void>((woken) => {
            wake = woken;
          });
        }
        const value = unread.shift();
        return value === undefined || isEnded ? { done: true, value: undefined } : { done: false, value };
      },
      async return() {
        end();
        return { done: true, value: undefined };
      },
    };
  }
}
