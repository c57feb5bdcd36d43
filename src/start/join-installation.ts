import { runningEmbeddedServer } from "../platform/database/embedded.ts";
import type { Settings } from "../platform/settings.ts";
import { type Opened, openInstallation } from "./open-installation.ts";

/**
 * Opens the installation for a command: over the database server of a Romslig that runs on the data folder, else by starting
 * that server for the time. `close` leaves a server of another process running.
 * @throws StartFailure with the reason in one sentence
 */
export async function joinInstallation(settings: Settings, now: () => Temporal.Instant): Promise<Opened> {
  return openInstallation({ ...settings, databaseUrl: settings.databaseUrl ?? runningEmbeddedServer(settings.dataFolder) }, now);
}
