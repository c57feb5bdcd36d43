// Everything that must hold, in the order that fails fastest: format and lint, types while the pages are built, tests. Ends with
// "N passed, N failed".
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const report = join(mkdtempSync(join(tmpdir(), "romslig-report-")), "report.json");
let passed = 0;
let failed = 0;

process.stdout.write("Checking format and lint …\n");
count(await run("biome", ["check", "--error-on-warnings"]));
process.stdout.write("Checking types …\n");
// one checker, collecting seldom: several make the same types each for itself, and took twice as long on two cores
const compiler = { GOGC: "400", GOMEMLIMIT: "4GiB" };
const [areTypesRight, isBuilt] = await Promise.all([
  run("tsc", ["--noEmit", "--checkers", "1"], compiler),
  run("node", ["scripts/set-up.mjs", "--build"]),
]);
count(areTypesRight);
if (!isBuilt) process.exit(1);
process.stdout.write("Running the tests …\n");
const isGreen = await run("vitest", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
const counts = JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number };
passed += counts.numPassedTests;
failed += counts.numFailedTests;
// a file that cannot be loaded fails the run without failing a test
if (!isGreen && counts.numFailedTests === 0) failed += 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);

function count(isRight: boolean): void {
  if (isRight) passed += 1;
  else failed += 1;
}

async function run(command: string, args: string[], settings: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const path = join("node_modules", ".bin", command);
  const [code] = await once(
    spawn(path, args, { stdio: "inherit", env: { ...process.env, ...settings }, shell: process.platform === "win32" }),
    "exit",
  );
  return code === 0;
}
