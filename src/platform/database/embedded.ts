import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { requireDataFolder } from "../files/data-folder.ts";
import { secret } from "../files/secret.ts";
import { type EmbeddedProgram, embeddedProgram } from "./embedded-program.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { stopForsakenServer } from "./forsaken-server.ts";
import { freePort } from "./free-port.ts";
import { type Launched, launch, readyOrRefused } from "./server-process.ts";
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

// between one start and the next of a server that does not get as far as to answer
const longestPause = 5_000;

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
    let refusal: string | undefined;
    for (let failures = 0; ; ) {
      const reason = await running.exited;
      if (isStopping) return;
      onRestart(refusal ?? reason);
      await wait(Math.min(longestPause, 50 * 2 ** failures));
      if (isStopping) return;
      refusal = await startAgain().catch((error: Error) => error.message);
      // a server that has answered did not die of its start, however soon it died
      failures = refusal === undefined ? 0 : failures + 1;
    }
  }

  async function startAgain(): Promise<string | undefined> {
    // what runs there now is another's
    if (!lock.isOfFolder()) return `the data folder ${resolve(folder)} is not the one this was started on`;
    await stopForsakenServer(data);
    if (isStopping) return undefined;
    running = launch(program, data, port);
    return readyOrRefused(running, url);
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
