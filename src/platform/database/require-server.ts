import pg from "pg";
import { StartFailure } from "./start-failure.ts";

const oldestVersion = 15;

/** Makes sure a server answers and is new enough. @throws StartFailure with the reason, never with the password */
export async function requireServer(url: string): Promise<void> {
  const address = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new StartFailure(
      `The database at ${address.host}${address.pathname} cannot be reached: ${cause instanceof Error ? cause.message || "no answer" : "no answer"}`,
      { cause },
    );
  }
  try {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    const version = Math.floor(Number(rows[0]?.version) / 10_000);
    if (version < oldestVersion)
      throw new StartFailure(`The database at ${address.host} is PostgreSQL ${version}; Romslig needs ${oldestVersion} or newer`);
  } finally {
    await client.end();
  }
}
