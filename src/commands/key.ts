// npm run key -- --person EMAIL [--name NAME] [--scopes read,write]
import { parseArgs } from "node:util";
import { grantApiKey, scopeForm } from "../features/accounts/index.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import { readSettings } from "../platform/settings.ts";
import { joinInstallation } from "../start/join-installation.ts";
import { runCommand } from "../start/run-command.ts";

const usage = "Use: npm run key -- --person EMAIL [--name NAME] [--scopes read,write,spaces:read …]";

await runCommand(usage, run);

// The key stands alone on the last line of standard output, so that a script can take it.
async function run(words: string[]): Promise<void> {
  const wanted = readWords(words);
  const settings = readSettings({ ...process.env, ROMSLIG_LOG: "quiet" });
  const { installation, close } = await joinInstallation(settings, () => Temporal.Now.instant());
  try {
    const key = await grantApiKey(installation, wanted);
    if (!key) throw new StartFailure(`No person has the address ${wanted.email}`);
    process.stdout.write(`${key}\n`);
  } finally {
    await close();
  }
}

function readWords(words: string[]): { email: string; name: string; scopes: string[] } {
  const { person, name, scopes } = parsed(words);
  const wanted = scopes.split(",").map((scope) => scope.trim());
  const wrong = wanted.find((scope) => !scopeForm.test(scope));
  if (person === undefined) throw new StartFailure(`Whose key? ${usage}`);
  if (wrong !== undefined) throw new StartFailure(`“${wrong}” is no scope. ${usage}`);
  return { email: person, name, scopes: wanted };
}

function parsed(words: string[]) {
  try {
    const options = {
      person: { type: "string" },
      name: { type: "string", default: "npm run key" },
      scopes: { type: "string", default: "read,write" },
    } as const;
    return parseArgs({ args: words, options }).values;
  } catch (cause) {
    throw new StartFailure(usage, { cause });
  }
}
