// npm run backup -- FOLDER
import { writeBackup } from "../platform/backup/index.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import { readSettings } from "../platform/settings.ts";
import { joinInstallation } from "../start/join-installation.ts";
import { runCommand } from "../start/run-command.ts";

const usage = "Use: npm run backup -- FOLDER";

await runCommand(usage, run);

async function run([folder, ...others]: string[]): Promise<void> {
  if (!folder || others.length > 0) throw new StartFailure(usage);
  const settings = readSettings({ ...process.env, ROMSLIG_LOG: "quiet", ROMSLIG_DEMO: "0" });
  const now = () => Temporal.Now.instant();
  const { databaseUrl, close } = await joinInstallation(settings, now);
  try {
    const { rows } = await writeBackup({ databaseUrl, dataFolder: settings.dataFolder }, folder, now());
    const count = Object.values(rows).reduce((sum, each) => sum + each, 0);
    process.stdout.write(`${count} rows of ${Object.keys(rows).length} tables, and the files, are in ${folder}\n`);
  } finally {
    await close();
  }
}
