import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { StartFailure } from "../database/start-failure.ts";
import { requireDataFolder, requireFolder } from "../files/data-folder.ts";
import { dumpDatabase } from "./dump.ts";
import { loadDatabase } from "./load.ts";
import { type BackupManifest, readManifest } from "./manifest.ts";

export type { BackupManifest } from "./manifest.ts";

/**
 * Writes a backup into a new or empty folder: `tables/`, `files/`, the secret that signs cookies, and `manifest.json`, which
 * comes last. Works beside a running program; the rows are those of one moment, the files at least those the rows speak of.
 * @throws StartFailure when the folder holds something
 */
export async function writeBackup(
  { databaseUrl, dataFolder }: { databaseUrl: string; dataFolder: string },
  folder: string,
  now: Temporal.Instant,
): Promise<BackupManifest> {
  requireFolder(folder, `The folder ${folder} cannot be written to; choose another`, 0o700);
  if (readdirSync(folder).length > 0) throw new StartFailure(`The folder ${folder} is not empty; choose another`);
  // a file is older than the row that speaks of it
  const manifest = await withClient(databaseUrl, (client) => dumpDatabase(client, folder, now));
  copyInto(folder, dataFolder);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest), { mode: 0o600 });
  return manifest;
}

/**
 * Puts the secret and the files of a backup into a data folder, before its installation is opened for the first time.
 * @throws StartFailure when the folder holds no whole backup, or the data folder has been used
 */
export function readyForRestore(folder: string, dataFolder: string): void {
  readManifest(folder);
  if (existsSync(join(dataFolder, "secret")) || existsSync(join(dataFolder, "files"))) {
    throw new StartFailure(`The data folder ${dataFolder} has been used; choose a new one with ROMSLIG_DATA`);
  }
  requireDataFolder(dataFolder);
  copyInto(dataFolder, folder);
}

/** Takes away again what a restore that did not succeed had put into the data folder, so that another can be tried. */
export function forgetRestore(dataFolder: string): void {
  for (const name of ["secret", "files"]) rmSync(join(dataFolder, name), { recursive: true, force: true });
}

/** Puts the rows of a backup into a database that has been migrated and not used. @throws StartFailure, and nothing has changed */
export async function restoreRows(databaseUrl: string, folder: string): Promise<BackupManifest> {
  const manifest = readManifest(folder);
  await withClient(databaseUrl, (client) => loadDatabase(client, folder, manifest));
  return manifest;
}

// a file appears whole under its name; what is still being written is none yet
function copyInto(to: string, from: string): void {
  for (const name of ["secret", "files"]) {
    const source = join(from, name);
    if (existsSync(source)) cpSync(source, join(to, name), { recursive: true, filter: (path) => !path.endsWith(".unfinished") });
  }
}

// a connection that ends takes an open transaction back
async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
