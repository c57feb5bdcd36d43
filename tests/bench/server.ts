import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A real `node src/main.ts` of the benchmark's own. */
export interface BenchServer {
  port: number;
  process: ChildProcess;
  /** Milliseconds from the start of the process to its first answer. */
  startedIn: number;
  stop(): Promise<void>;
}

/** Starts the program as an operator would and waits for its first answer. */
export async function startServer(variables: Record<string, string>): Promise<BenchServer> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), ROMSLIG_RATE_LIMITS: "0", ROMSLIG_LOG: "quiet", ...variables };
  const child = spawn(process.execPath, startArguments(), { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error("The server did not start");
    await new Promise((resume) => setTimeout(resume, 20));
  }
  return {
    port,
    process: child,
    startedIn: performance.now() - began,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

// as `npm start` does
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").slice(1);
}

/** A new empty data folder. */
export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), "romslig-bench-"));
}

/** Where the embedded database of a running server listens. */
export function databaseOf(dataFolder: string): string {
  const password = readFileSync(join(dataFolder, "database-password"), "utf8").trim();
  const port = readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://romslig:${password}@127.0.0.1:${port}/romslig`;
}

/** Resident memory of a process in megabytes. */
export function memoryOf(processId: number): number {
  const line = readFileSync(`/proc/${processId}/status`, "utf8")
    .split("\n")
    .find((each) => each.startsWith("VmRSS"));
  return Math.round(Number(/\d+/.exec(line ?? "")?.[0] ?? 0) / 1024);
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/nb`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
