import { inject } from "vitest";
import { startEmbeddedServer } from "../../src/platform/database/embedded.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { copyOf, dropDatabase } from "./databases.ts";

/** A migrated database for processes of their own: on the servers the tests were given, else on a server of its own in `folder`. */
export async function ownDatabase(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  if (inject("areServersShared")) {
    const servers = inject("servers");
    const url = await copyOf(inject("template"), servers);
    return { url, stop: () => dropDatabase(new URL(url).pathname.slice(1), servers) };
  }
  const server = await startEmbeddedServer(folder);
  await migrate(server.url, Temporal.Now.instant());
  return server;
}
