import { availableParallelism } from "node:os";
import { join } from "node:path";
import { loadGeography } from "../features/geography/index.ts";
import { connect } from "../platform/database/database.ts";
import { type EmbeddedServer, startEmbeddedServer } from "../platform/database/embedded.ts";
import { migrate } from "../platform/database/migrate.ts";
import { requireServer } from "../platform/database/require-server.ts";
import { requireDataFolder } from "../platform/files/data-folder.ts";
import { filesOnDisk } from "../platform/files/files.ts";
import { secret } from "../platform/files/secret.ts";
import type { Installation } from "../platform/installation.ts";
import { createLive } from "../platform/live/live.ts";
import { createLog } from "../platform/log/log.ts";
import { createMetrics } from "../platform/metrics/metrics.ts";
import type { Settings } from "../platform/settings.ts";
import { measureDatabase } from "./measure-database.ts";

/** An installation with what lies under it. */
export interface Opened {
  installation: Installation;
  databaseUrl: string;
  /** Ends the connections, then the embedded server. */
  close(): Promise<void>;
}

/**
 * Opens the installation the settings describe: its database, started and brought up to date when it is our own, and its files.
 * @throws StartFailure with the reason in one sentence
 */
export async function openInstallation(chosen: Settings, now: () => Temporal.Instant): Promise<Opened> {
  requireDataFolder(chosen.dataFolder);
  const settings = { ...chosen, secret: chosen.secret ?? secret(join(chosen.dataFolder, "secret")) };
  const log = createLog(now, settings.isQuiet);
  const onRestart = (reason: string) => log.info("database_started_again", { reason });
  const server = settings.databaseUrl ? undefined : await startEmbeddedServer(settings.dataFolder, { onRestart });
  try {
    return await openWith(settings, now, log, server);
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function openWith(
  settings: Settings,
  now: () => Temporal.Instant,
  log: Installation["log"],
  server: EmbeddedServer | undefined,
): Promise<Opened> {
  const databaseUrl = settings.databaseUrl ?? server?.url ?? "";
  await requireServer(databaseUrl);
  await migrate(databaseUrl, now());
  // beside its database a program gains nothing by asking more at once than the cores can do: what is asked only waits for the rest
  const { db, pool, pipelines, close } = connect(databaseUrl, server && 2 * availableParallelism() + 6);
  await loadGeography(db, now());
  const files = filesOnDisk(join(settings.dataFolder, "files"));
  if (settings.isDemo) {
    // it knows every feature: without it, who only wants to know that a folder cannot be written to does not wait for them
    const { openDemo } = await import("../../database/demo/open.ts");
    await openDemo(db, files, now(), (line) => process.stdout.write(`${line}\n`));
  }
  const live = createLive(databaseUrl, log);
  const metrics = createMetrics();
  measureDatabase(metrics, { db, pool, live });
  return {
    installation: { db, pipelines, now, files, live, log, metrics, settings },
    databaseUrl,
    async close() {
      await live.close();
      await close();
      await server?.stop();
    },
  };
}
