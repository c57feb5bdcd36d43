import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedServer, startEmbeddedServer } from "./embedded.ts";

let folder: string;
let server: EmbeddedServer;
let reasons: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "romslig-embedded-"));
  chmodSync(folder, 0o755);
  reasons = [];
  server = await startEmbeddedServer(folder, { onRestart: (reason) => reasons.push(reason) });
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a server that dies is started again on its port, as soon as whoever took that in the meantime has gone", async () => {
  process.kill(server.processId, "SIGKILL");
  const intruder = await listenOn(Number(new URL(server.url).port));

  await expect.poll(() => reasons.length, { timeout: 20_000 }).toBeGreaterThan(1);
  intruder.close();
  await expect.poll(() => answers(), { timeout: 20_000 }).toBe(true);

  expect(reasons.slice(0, 2)).toEqual(["ended by SIGKILL", "could not create any TCP/IP sockets"]);
});

test("a server takes no port that the system might give to somebody else while it is started again", () => {
  const port = Number(new URL(server.url).port);

  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_768);
});

test("a server whose folder was taken away leaves alone what another has made in its place", async () => {
  const parent = mkdtempSync(join(tmpdir(), "romslig-embedded-"));
  chmodSync(parent, 0o755);
  const [place, away] = [join(parent, "data"), join(parent, "away")];
  const told = { first: [] as string[], second: [] as string[] };
  mkdirSync(place, { mode: 0o755 });
  const first = await startEmbeddedServer(place, { onRestart: (reason) => told.first.push(reason) });
  renameSync(place, away);
  mkdirSync(place, { mode: 0o755 });
  const second = await startEmbeddedServer(place, { onRestart: (reason) => told.second.push(reason) });

  process.kill(first.processId, "SIGKILL");

  await expect.poll(() => told.first, { timeout: 20_000 }).toContain(`the data folder ${place} is not the one this was started on`);
  expect(told.second).toEqual([]);
  expect(await answers(second)).toBe(true);
  await Promise.all([first.stop(), second.stop()]);
  rmSync(parent, { recursive: true, force: true });
});

// the port is free once the server has died
async function listenOn(port: number): Promise<Server> {
  for (;;) {
    const listening = createServer((socket) => socket.destroy());
    const isOurs = await new Promise<boolean>((tell) => {
      listening.once("error", () => tell(false));
      listening.listen(port, "127.0.0.1", () => tell(true));
    });
    if (isOurs) return listening;
  }
}

async function answers({ url } = server): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
