// npm run restore -- FOLDER, with ROMSLIG_DATA naming a new data folder
import { forgetRestore, readyForRestore, restoreRows } from "../platform/backup/index.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import { readSettings, type Settings } from "../platform/settings.ts";
import { openInstallation } from "../start/open-installation.ts";
import { runCommand } from "../start/run-command.ts";

const usage = "Use: ROMSLIG_DATA=NEW-FOLDER npm run restore -- FOLDER";

await runCommand(usage, run);

async function run([folder, ...others]: string[]): Promise<void> {
  if (!folder || others.length > 0) throw new StartFailure(usage);
  const settings = readSettings({ ...process.env, ROMSLIG_LOG: "quiet", ROMSLIG_DEMO: "0" });
  readyForRestore(folder, settings.dataFolder);
  try {
    await restoreInto(folder, settings);
  } catch (error) {
    forgetRestore(settings.dataFolder);
    throw error;
  }
}

async function restoreInto(folder: string, settings: Settings): Promise<void> {
  const { databaseUrl, close } = await openInstallation(settings, () => Temporal.Now.instant());
  try {
    const { rows, takenAt } = await restoreRows(databaseUrl, folder);
    const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
    process.stdout.write(`${count} rows of ${Object.keys(rows).length} tables are as they were at ${takenAt}\n`);
  } finally {
    await close();
  }
}
