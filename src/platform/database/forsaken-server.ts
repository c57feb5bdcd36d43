import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { StartFailure } from "./start-failure.ts";

/**
 * Stops a server that a killed process left running on this data. Call it only while holding the folder's lock, so that
 * nobody can be using the server. A process id that now belongs to something else is not touched.
 */
export async function stopForsakenServer(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const processId = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!isServerOf(processId, data)) {
    // the number was given to another process since; PostgreSQL would take that one for itself and refuse to start
    rmSync(file, { force: true });
    return;
  }
  // fast shutdown, then at once: what is committed is safe either way
  for (const [signal, milliseconds] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 10_000],
  ] as const) {
    send(processId, signal, data);
    if (await hasEnded(processId, data, milliseconds)) return;
  }
  throw new StartFailure(`An earlier database process (${processId}) on ${data} does not stop; end it and start again`);
}

function send(processId: number, signal: NodeJS.Signals, data: string): void {
  try {
    process.kill(processId, signal);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ESRCH") return;
    throw new StartFailure(`A database process (${processId}) of another user is running on ${data}; stop it first`, { cause });
  }
}

async function hasEnded(processId: number, data: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 25) {
    if (!isServerOf(processId, data)) return true;
    await wait(25);
  }
  return false;
}

// A process that has ended but is not yet buried has no command line.
function isServerOf(processId: number, data: string): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false;
  const line = commandLineOf(processId);
  return line.includes(data) && line.includes("postgres");
}

function commandLineOf(processId: number): string {
  if (existsSync("/proc/self/cmdline")) {
    const file = `/proc/${processId}/cmdline`;
    try {
      return readFileSync(file, "utf8").replaceAll("\0", " ");
    } catch (error) {
      if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return "";
      throw error;
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(processId)], { encoding: "utf8" }).stdout ?? "";
}
