import type { ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { requireDataFolder } from "../files/data-folder.ts";
import { secret } from "../files/secret.ts";
import { sqlState } from "./constraint-name.ts";
import { type EmbeddedProgram, embeddedProgram } from "./embedded-program.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { stopForsakenServer } from "./forsaken-server.ts";
import { StartFailure } from "./start-failure.ts";

/** A database server of our own, in a folder of our own. It is started again when it dies. */
export interface EmbeddedServer {
  url: string;
  readonly processId: number;
  /** Waits until everything is on disk. */
  stop(): Promise<void>;
  /** Tells the server to end without waiting for it, for a process that must be gone now. */
  abandon(): void;
}

type Options = {
  /** A free one when left out. */
  port?: number;
  /** Told when the server died and is started again. */
  onRestart?: (reason: string) => void;
};

// how long a server may say that it cannot start yet, because of a port or memory another process is about to let go
const startPatience = 15_000;

// a server that lived this long did not die of its own start
const steadyAfter = 10_000;

/**
 * Starts PostgreSQL in `folder`, making it on first use. Listens on loopback only, on a free port, with a generated password.
 * A server left running by a killed process is stopped first; a folder another process runs on is a StartFailure.
 */
export async function startEmbeddedServer(folder: string, options: Options = {}): Promise<EmbeddedServer> {
  requireDataFolder(folder);
  const lock = lockFolder(folder);
  if (!lock) {
    throw new StartFailure(
      `Another Romslig is running on the data folder ${resolve(folder)}; stop it, or choose another with ROMSLIG_DATA`,
    );
  }
  try {
    return await startLocked(folder, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the server another process runs on this folder, or undefined when none does. For commands that join in. */
export function runningEmbeddedServer(folder: string): string | undefined {
  const file = join(resolve(folder, "postgres"), "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lock = lockFolder(folder);
  lock?.release();
  const port = readFileSync(file, "utf8").split("\n")[3];
  return lock ? undefined : addressOf(folder, Number(port));
}

async function startLocked(folder: string, lock: FolderLock, { port: wanted, onRestart = () => undefined }: Options) {
  const data = resolve(folder, "postgres");
  const program = await embeddedProgram(folder);
  if (!existsSync(data)) initialise(program, folder, data);
  if (!existsSync(join(data, "PG_VERSION")) || !existsSync(join(data, "global/pg_control"))) {
    throw new StartFailure(`The folder ${data} is only half a database; move it away, or restore a backup into it`);
  }
  await stopForsakenServer(data);
  let port = wanted ?? (await freePort());
  let running = await launchPatiently();
  let isStopping = false;
  const url = addressOf(folder, port);
  const abandon = () => {
    isStopping = true;
    running.process.kill("SIGINT");
  };
  process.once("exit", abandon);
  void startAgainWhenItDies();

  return {
    url,
    get processId() {
      return running.process.pid ?? 0;
    },
    async stop() {
      isStopping = true;
      process.off("exit", abandon);
      running.process.kill("SIGINT");
      await running.exited;
      lock.release();
    },
    abandon,
  };

  async function launchPatiently(): Promise<Launched> {
    for (const began = performance.now(); ; ) {
      const launched = launch(program, data, port);
      const refusal = await readyOrRefused(launched, addressOf(folder, port));
      if (refusal === undefined) return launched;
      const mayPass = /could not bind|could not create any TCP|shared memory block|lock file/.test(refusal);
      if (!mayPass || performance.now() - began > startPatience) {
        throw new StartFailure(`The database in ${data} did not start: ${refusal}`);
      }
      await wait(100);
      if (wanted === undefined && /could not bind|could not create any TCP/.test(refusal)) port = await freePort();
    }
  }

  async function startAgainWhenItDies(): Promise<void> {
    for (let failures = 0; ; ) {
      const began = performance.now();
      const reason = await running.exited;
      if (isStopping) return;
      onRestart(reason);
      failures = performance.now() - began > steadyAfter ? 0 : failures + 1;
      await wait(Math.min(5_000, 50 * 2 ** failures));
      await stopForsakenServer(data);
      if (isStopping) return;
      running = launch(program, data, port);
    }
  }
}

function addressOf(folder: string, port: number): string {
  return `postgres://romslig:${secret(join(folder, "database-password"))}@127.0.0.1:${port}/romslig`;
}

// Made beside its place and moved there when whole, so that a power cut leaves either nothing or a database.
function initialise(program: EmbeddedProgram, folder: string, data: string): void {
  const unfinished = `${data}.unfinished`;
  const passwordFile = join(folder, "database-password.once");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  program.give(unfinished);
  writeFileSync(passwordFile, `${secret(join(folder, "database-password"))}\n`, { mode: 0o600 });
  program.give(passwordFile);
  chmodSync(passwordFile, 0o600);
  const access = ["--username", "romslig", "--auth", "scram-sha-256", "--pwfile", resolve(passwordFile)];
  const letters = ["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"];
  const result = program.initdb(["--pgdata", unfinished, ...access, ...letters]);
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    throw new StartFailure(`The database could not be made in ${data}: ${result.stderr.trim().split("\n").at(-1) ?? ""}`);
  }
  renameSync(unfinished, data);
}

type Launched = { process: ChildProcess; exited: Promise<string>; log: string[] };

function launch(program: EmbeddedProgram, data: string, port: number): Launched {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 120,
    shared_buffers: "96MB",
    jit: "off",
    lc_messages: "C",
    log_min_messages: "warning",
    max_wal_size: "2GB",
  };
  const args = ["-D", data, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const child = program.postgres(args);
  const log: string[] = [];
  child.stderr?.on("data", (bytes: Buffer) => {
    log.push(bytes.toString());
    if (log.length > 50) log.shift();
  });
  const exited = new Promise<string>((done) => {
    child.once("close", (code, signal) => done(signal ? `ended by ${signal}` : `ended with ${code}`));
    child.once("error", (error) => {
      log.push(error.message);
      done(error.message);
    });
  });
  return { process: child, exited, log };
}

/** Waits until the server answers and our database is there. @returns why the server ended instead */
async function readyOrRefused(launched: Launched, url: string): Promise<string | undefined> {
  let hasEnded = false;
  void launched.exited.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const client = new pg.Client({ connectionString: url.replace(/\/romslig$/, "/postgres"), connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const found = await client.query("select 1 from pg_database where datname = 'romslig'");
      if (found.rowCount === 0) await client.query("create database romslig");
      return undefined;
    } catch (error) {
      if (sqlState(error) === "28P01") {
        launched.process.kill("SIGINT");
        await launched.exited;
        throw new StartFailure("The database does not know the password in the file database-password; put the right file back", {
          cause: error,
        });
      }
      await wait(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return fatalLine(launched.log.join(""));
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

// what it died of, rather than the hint that follows
function fatalLine(text: string): string {
  const lines = text.trim().split("\n");
  const last = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "";
  return last.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, "");
}
