import type { Socket } from "node:net";
import type pg from "pg";

type OnSocket = { connection: { stream: Socket } };

/** Lets the statements `send` sends on a pipelining client leave in one packet, instead of one system call for each. */
export function sendTogether<Sent>(client: pg.ClientBase, send: () => Sent): Sent {
  const { stream } = (client as unknown as OnSocket).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
