import { once } from "node:events";
import { createServer, connect as openSocket, type Socket } from "node:net";

/** A way to the database that can fall silent, as one does whose machine is gone: nothing is answered and nothing is closed. */
export interface Gate {
  /** The database's address through the gate. */
  url: string;
  /** How many connections were opened so far. */
  readonly opened: number;
  /** From now on nothing passes on the connections there are, nor on new ones. */
  fallSilent(): void;
  /** New connections pass again. The old ones stay silent. */
  answerAgain(): void;
  close(): Promise<void>;
}

/** Opens a gate before the database at `databaseUrl`. */
export async function gateBefore(databaseUrl: string): Promise<Gate> {
  const url = new URL(databaseUrl);
  const { hostname, port } = url;
  const sockets = new Set<Socket>();
  let isSilent = false;
  let opened = 0;
  const server = createServer((inside) => {
    keep(inside);
    opened += 1;
    if (isSilent) return;
    const outside = keep(openSocket({ host: hostname, port: Number(port) }));
    inside.pipe(outside);
    outside.pipe(inside);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: gatePort } = server.address() as { port: number };
  url.host = `127.0.0.1:${gatePort}`;
  return {
    url: url.href,
    get opened() {
      return opened;
    },
    fallSilent() {
      isSilent = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    answerAgain() {
      isSilent = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };

  function keep(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on("error", () => socket.destroy()).once("close", () => sockets.delete(socket));
  }
}
