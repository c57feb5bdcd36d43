// npm run distribute [-- --dry-run | --back]
import { parseArgs } from "node:util";
import { distribute, gather, planDistribution } from "../platform/database/distribute.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import { readSettings } from "../platform/settings.ts";
import { joinInstallation } from "../start/join-installation.ts";
import { runCommand } from "../start/run-command.ts";

const usage = "Use: npm run distribute [-- --dry-run | --back]";

await runCommand(usage, run);

async function run(words: string[]): Promise<void> {
  const { "dry-run": isDryRun, back: isBack } = readWords(words);
  const settings = readSettings({ ...process.env, ROMSLIG_LOG: "quiet", ROMSLIG_DEMO: "0" });
  const { databaseUrl, close } = await joinInstallation(settings, () => Temporal.Now.instant());
  try {
    if (isDryRun) await showPlan(databaseUrl);
    else report(await (isBack ? gather : distribute)(databaseUrl, (statement) => say(`${statement};`)));
  } finally {
    await close();
  }
}

async function showPlan(databaseUrl: string): Promise<void> {
  const { inTransaction, afterwards } = await planDistribution(databaseUrl);
  say(["begin", ...inTransaction, "commit", ...afterwards].map((statement) => `${statement};`).join("\n"));
}

function report(rows: Map<string, number>): void {
  say(`Done: ${rows.size} tables with ${[...rows.values()].reduce((sum, count) => sum + count, 0)} rows are in their places.`);
}

function readWords(words: string[]): { "dry-run": boolean; back: boolean } {
  const claim = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({ args: words, options: { "dry-run": claim, back: claim } });
    if (values["dry-run"] && values.back) throw new StartFailure(usage);
    return values;
  } catch (cause) {
    throw new StartFailure(usage, { cause });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
