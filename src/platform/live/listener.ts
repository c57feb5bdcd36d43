import pg from "pg";
import { connectionTo } from "../database/pool.ts";
import type { Log } from "../log/log.ts";

type Hear = (message: string) => void;

/** One connection to the database that hears what is told on its channels. */
export interface Listener {
  /** Hears a channel until the function returned is called. `onReturn` is told when messages may have been missed. */
  listen(channel: string, hear: Hear, onReturn?: () => void): () => void;
  close(): Promise<void>;
}

const longestPause = 5_000;

/** The connection is made at the first `listen`, and made again, with all its channels, for as long as the database was away. */
export function createListener(url: string, log: Log): Listener {
  const heard = new Map<string, Set<{ hear: Hear; onReturn: (() => void) | undefined }>>();
  let client: pg.Client | undefined;
  let isConnecting = false;
  let isClosed = false;
  let pause = 100;
  let retry: NodeJS.Timeout | undefined;

  return {
    listen(channel, hear, onReturn) {
      const entry = { hear, onReturn };
      const known = heard.get(channel);
      if (known) known.add(entry);
      else heard.set(channel, new Set([entry]));
      if (client && !known) client.query(`listen ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
      else if (!client) void connect();
      return () => heard.get(channel)?.delete(entry);
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      const open = client;
      client = undefined;
      await open?.end().catch(() => undefined);
    },
  };

  async function connect(): Promise<void> {
    if (isConnecting || isClosed) return;
    isConnecting = true;
    const made = new pg.Client(connectionTo(url));
    made.on("error", () => undefined);
    made.on("notification", ({ channel, payload = "" }) => {
      for (const { hear } of heard.get(channel) ?? []) hear(payload);
    });
    try {
      await made.connect();
      for (const channel of heard.keys()) await made.query(`listen ${pg.escapeIdentifier(channel)}`);
      made.once("end", () => {
        if (client === made) client = undefined;
        again();
      });
      client = made;
      pause = 100;
      for (const entries of heard.values()) for (const { onReturn } of entries) onReturn?.();
    } catch (error) {
      log.info("live_interrupted", { reason: error instanceof Error ? error.message : "unknown" });
      // not waited for: whoever does not answer does not say goodbye either
      void made.end().catch(() => undefined);
      again();
    } finally {
      isConnecting = false;
    }
  }

  function again(): void {
    if (isClosed) return;
    clearTimeout(retry);
    retry = setTimeout(connect, pause);
    pause = Math.min(longestPause, pause * 2);
  }
}
