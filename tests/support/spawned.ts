import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

/** The program as it is really started: `node src/main.ts`. */
export interface Spawned {
  process: ChildProcess;
  url: string;
  /** Everything it has said. */
  said(): { out: string; error: string };
  /** Resolves when it says that it is open. */
  open: Promise<void>;
  /** Resolves with its exit code, or the signal that ended it. */
  exited: Promise<number | string>;
}

const main = join(import.meta.dirname, "../../src/main.ts");

/** Starts it with these variables, on a free port unless PORT is among them. */
export async function spawnRomslig(variables: Record<string, string>, user?: { uid: number; gid: number }): Promise<Spawned> {
  const port = variables.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      ROMSLIG_DEMO: "0",
      ROMSLIG_LOG: "quiet",
      ROMSLIG_HOST: "127.0.0.1",
      ...variables,
      PORT: port,
    },
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  let out = "";
  let error = "";
  const opened = Promise.withResolvers<void>();
  child.stdout.on("data", (bytes: Buffer) => {
    out += bytes.toString();
    if (out.includes("Romslig is open at")) opened.resolve();
  });
  child.stderr.on("data", (bytes: Buffer) => {
    error += bytes.toString();
  });
  const exited = new Promise<number | string>((done) => {
    child.once("close", (code, signal) => {
      opened.reject(new Error(`It ended before it was open: ${error || signal}`));
      done(signal ?? code ?? 0);
    });
  });
  opened.promise.catch(() => undefined);
  return { process: child, url: `http://127.0.0.1:${port}`, said: () => ({ out, error }), open: opened.promise, exited };
}

/**
 * Ports the system never gives to an outgoing connection, nor the program to its database; a thousand for each of the processes
 * that test side by side.
 */
const firstPort = 8_000 + (Number(process.env.VITEST_POOL_ID ?? 0) % 12) * 1000;
let lastTried = Math.floor(Math.random() * 1000);

// the only one from 8000 on that the Fetch standard has browsers refuse
const refusedByBrowsers = 10_080;

/** A port nobody listens on, and that nobody else is told of until a thousand more have been asked for. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1000; tries += 1) {
    lastTried = (lastTried + 1) % 1000;
    const port = firstPort + lastTried;
    if (port !== refusedByBrowsers && (await isFree(port))) return port;
  }
  throw new Error(`No port is free from ${firstPort} on`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((told) => {
    const server = createServer();
    server.once("error", () => told(false));
    server.listen(port, "127.0.0.1", () => server.close(() => told(true)));
  });
}
