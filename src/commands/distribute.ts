// npm run distribute [-- --dry-run]
import { parseArgs } from "node:util";
import { distribute, planDistribution } from "../platform/database/distribute.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import { readSettings } from "../platform/settings.ts";
import { joinInstallation } from "../start/join-installation.ts";

const usage = "Use: npm run distribute [-- --dry-run]";

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}.\n`);
  process.exitCode = 1;
}

async function run(words: string[]): Promise<void> {
  const isDryRun = readWords(words);
  const settings = readSettings({ ...process.env, ROMSLIG_LOG: "quiet", ROMSLIG_DEMO: "0" });
  const { databaseUrl, close } = await joinInstallation(settings, () => Temporal.Now.instant());
  try {
    await (isDryRun ? showPlan(databaseUrl) : spread(databaseUrl));
  } finally {
    await close();
  }
}

async function showPlan(databaseUrl: string): Promise<void> {
  const { inTransaction, afterwards } = await planDistribution(databaseUrl);
  say(["begin", ...inTransaction, "commit", ...afterwards].map((statement) => `${statement};`).join("\n"));
}

async function spread(databaseUrl: string): Promise<void> {
  const rows = await distribute(databaseUrl, (statement) => say(`${statement};`));
  say(`Done: ${rows.size} tables with ${[...rows.values()].reduce((sum, count) => sum + count, 0)} rows are in their places.`);
}

function readWords(words: string[]): boolean {
  try {
    return parseArgs({ args: words, options: { "dry-run": { type: "boolean", default: false } } }).values["dry-run"];
  } catch (cause) {
    throw new StartFailure(usage, { cause });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
