// `npm run dev`: the program with its pages, built and started anew whenever a file under src or database changes.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const quietMilliseconds = 300;

let server: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let isBuilding = false;
let isStale = false;

for (const folder of ["src", "database"]) watch(join(root, folder), { recursive: true }, soon);
process.on("SIGINT", () => server?.kill("SIGINT"));
await renew();

// an editor that saves several files is waited for
function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(renew, quietMilliseconds);
}

async function renew(): Promise<void> {
  isStale = true;
  if (isBuilding) return;
  isBuilding = true;
  while (isStale) {
    isStale = false;
    const built = spawnSync(process.execPath, ["scripts/build.ts"], { cwd: root, stdio: "inherit" });
    if (built.status !== 0) continue;
    if (server && server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
    server = spawn(process.execPath, ["src/main.ts"], { cwd: root, stdio: "inherit" });
  }
  isBuilding = false;
}
