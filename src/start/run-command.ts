import { StartFailure } from "../platform/database/start-failure.ts";
import { Refusal } from "../platform/refusal/refusal.ts";

/**
 * Runs a command with the words it was given: its usage when they ask for it, one sentence and exit code 1 when it cannot be done.
 * @param usage "Use: npm run key -- …"
 */
export async function runCommand(usage: string, run: (words: string[]) => Promise<void>): Promise<void> {
  const words = process.argv.slice(2);
  if (words.some((word) => word === "--help" || word === "-h")) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await run(words);
  } catch (error) {
    if (!(error instanceof StartFailure || error instanceof Refusal)) throw error;
    process.stderr.write(`${error instanceof Refusal ? error.sentence("en") : `${error.message}.`}\n`);
    process.exitCode = 1;
  }
}
