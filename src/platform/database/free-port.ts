import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { StartFailure } from "./start-failure.ts";

// below the numbers a system hands out by itself (from 32768 on Linux, 49152 elsewhere): a server that died and is started
// again must find its port as it left it, and not given to somebody's outgoing connection
const first = 20_000;
const last = 32_767;

const mostTries = 100;

/** A port of loopback nobody listens on. @throws StartFailure when there seems to be none */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
  throw new StartFailure(`No port between ${first} and ${last} is free for the database`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((tell) => {
    const server = createServer();
    server.once("error", () => tell(false));
    server.listen(port, "127.0.0.1", () => server.close(() => tell(true)));
  });
}
