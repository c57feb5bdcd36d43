// Everything that must hold, in the order that fails fastest: format and lint, types, tests. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const report = join(mkdtempSync(join(tmpdir(), "romslig-report-")), "report.json");
const checks: [name: string, command: string, args: string[]][] = [
  ["format and lint", "biome", ["check", "--error-on-warnings"]],
  ["types", "tsc", ["--noEmit"]],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of checks) {
  process.stdout.write(`Checking ${name} …\n`);
  if (run(command, args)) passed += 1;
  else failed += 1;
}
process.stdout.write("Running the tests …\n");
const isGreen = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)]);
const counts = JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number };
passed += counts.numPassedTests;
failed += counts.numFailedTests;
// a file that cannot be loaded fails the run without failing a test
if (!isGreen && counts.numFailedTests === 0) failed += 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);

function run(command: string, args: string[]): boolean {
  return spawnSync(join("node_modules", ".bin", command), args, { stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}
