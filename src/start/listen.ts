import { createAdaptorServer } from "@hono/node-server";
import { StartFailure } from "../platform/database/start-failure.ts";
import type { Settings } from "../platform/settings.ts";

/** The open HTTP server. */
export interface Door {
  /** Takes no new request, lets open ones finish, and is closed when they have. */
  close(): Promise<void>;
}

type Fetch = (request: Request) => Response | Promise<Response>;

// how many may knock before they are let in: a crowd that comes at once is not turned away to knock again a second later
const backlog = 4096;

// an open request that takes longer than this at a stop is cut
const patienceMilliseconds = 25_000;

/**
 * Opens the port at the addresses to listen on. Of several one may be missing: not every machine has IPv6.
 * @throws StartFailure when it is taken or not ours to take
 */
export async function listen(fetch: Fetch, { port, hosts }: Pick<Settings, "port" | "hosts">): Promise<Door> {
  const doors: Door[] = [];
  for (const host of hosts ?? [undefined]) {
    try {
      doors.push(await openAt(fetch, port, host));
    } catch (error) {
      if (doors.length > 0 && isNoAddressHere(error)) continue;
      for (const door of doors) await door.close();
      throw refusalOf(error as NodeJS.ErrnoException, port);
    }
  }
  return {
    async close() {
      await Promise.all(doors.map((door) => door.close()));
    },
  };
}

/** Refuses before anything has been made, when the port is taken or not ours to take. @throws StartFailure */
export async function requirePort(settings: Pick<Settings, "port" | "hosts">): Promise<void> {
  const door = await listen(() => new Response(null, { status: 503 }), settings);
  await door.close();
}

async function openAt(fetch: Fetch, port: number, host: string | undefined): Promise<Door> {
  const server = createAdaptorServer({ fetch });
  if (!("closeIdleConnections" in server)) throw new Error("HTTP/1 is expected");
  await new Promise<void>((opened, failed) => {
    server.once("error", failed);
    server.listen({ port, host, backlog }, opened);
  });
  return {
    async close() {
      const closed = new Promise((done) => server.close(done));
      // a connection that was in use is idle once its answer is sent
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const cut = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
      server.closeIdleConnections();
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}

function isNoAddressHere(error: unknown): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(code);
}

function refusalOf(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") return new StartFailure(`Port ${port} is taken; choose another with PORT`);
  if (error.code === "EACCES") return new StartFailure(`Port ${port} is not open to this user; choose another with PORT`);
  return new StartFailure(`The port ${port} could not be opened: ${error.message}`, { cause: error });
}
