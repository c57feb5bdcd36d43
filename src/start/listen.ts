import { createAdaptorServer } from "@hono/node-server";
import { StartFailure } from "../platform/database/start-failure.ts";
import type { Settings } from "../platform/settings.ts";

/** The open HTTP server. */
export interface Door {
  /** Takes no new request, lets open ones finish, and is closed when they have. */
  close(): Promise<void>;
}

// an open request that takes longer than this at a stop is cut
const patienceMilliseconds = 25_000;

/** Opens the port. @throws StartFailure when it is taken or not ours to take */
export async function listen(fetch: (request: Request) => Response | Promise<Response>, settings: Settings): Promise<Door> {
  const server = createAdaptorServer({ fetch });
  if (!("closeIdleConnections" in server)) throw new Error("HTTP/1 is expected");
  await new Promise<void>((opened, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(refusalOf(error, settings.port)));
    server.listen(settings.port, settings.host, opened);
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

function refusalOf(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") return new StartFailure(`Port ${port} is taken; choose another with PORT`);
  if (error.code === "EACCES") return new StartFailure(`Port ${port} is not open to this user; choose another with PORT`);
  return new StartFailure(`The port ${port} could not be opened: ${error.message}`, { cause: error });
}
