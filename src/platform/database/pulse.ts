import type { Socket } from "node:net";
import pg from "pg";
import { sqlState } from "./constraint-name.ts";

/** Watches what is asked of a server that may stop answering without going away: one that is frozen, or cut off without a word. */
export interface Pulse {
  /** A connection was made: it is broken when the server falls silent, since it may stay so when others are answered again. */
  made(client: pg.ClientBase): void;
  /** Something is asked on a connection, or a connection is asked for. @returns to be called when it has been answered */
  asked(): () => void;
  /** Whether it said nothing when it was asked last; asked again and again, it is there the moment it says a word. */
  isSilent(): boolean;
  stop(): void;
}

export interface PulseTimes {
  /** How long a statement has been unanswered when the server is asked whether it is there. */
  noticeMilliseconds: number;
  /** How long it may say nothing at all. */
  silenceMilliseconds: number;
}

const ordinary: PulseTimes = { noticeMilliseconds: 2_000, silenceMilliseconds: 6_000 };

/**
 * A statement takes as long as it needs while the server lives: it is never judged by its own length. When one is unanswered for a
 * while, a connection is opened beside; if nobody says a word there either, all are broken, and who waits is told that the database is away.
 */
export function watchPulse(url: string, { noticeMilliseconds, silenceMilliseconds }: PulseTimes = ordinary): Pulse {
  // in order of asking, so that the first has waited longest
  const waiting = new Set<{ since: number }>();
  const connections = new Set<pg.ClientBase>();
  let isLooking = false;
  let isSilent = false;
  const clock = setInterval(() => void look(), noticeMilliseconds / 2).unref();
  return {
    made(client) {
      connections.add(client);
      client.once("end", () => connections.delete(client));
    },
    asked() {
      const one = { since: performance.now() };
      waiting.add(one);
      return () => waiting.delete(one);
    },
    isSilent: () => isSilent,
    stop: () => clearInterval(clock),
  };

  async function look(): Promise<void> {
    if (isLooking || (!isSilent && !isLongUnanswered())) return;
    isLooking = true;
    isSilent = !(await saysAnything(url, silenceMilliseconds));
    isLooking = false;
    if (isSilent) for (const client of connections) socketOf(client).destroy();
  }

  function isLongUnanswered(): boolean {
    const [first] = waiting;
    return first !== undefined && first.since < performance.now() - noticeMilliseconds;
  }
}

/** Whether a server lets one in, or says why not: that it is starting, or full. */
async function saysAnything(url: string, milliseconds: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  const said = client.connect().then(
    () => true,
    (error: unknown) => /^[0-9A-Z]{5}$/.test(sqlState(error) ?? ""),
  );
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((given) => {
    // what came while this process was busy is read before it is judged
    timer = setTimeout(() => setImmediate(given, false), milliseconds);
  });
  const isThere = await Promise.race([said, silence]);
  clearTimeout(timer);
  // not waited for: whoever does not answer does not say goodbye either
  if (isThere) void client.end();
  else socketOf(client).destroy();
  return isThere;
}

function socketOf(client: pg.ClientBase): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}
