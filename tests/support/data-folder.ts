import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The first process of the embedded database on a data folder, or undefined when none has been started or it was stopped. */
export function postmasterOf(folder: string): { id: number; port: number } | undefined {
  const file = join(folder, "postgres/postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { id: Number(lines[0]), port: Number(lines[3]) };
}

/** Where the embedded database of a running program listens. */
export function databaseUrlOf(folder: string): string {
  const password = readFileSync(join(folder, "database-password"), "utf8").trim();
  return `postgres://romslig:${password}@127.0.0.1:${postmasterOf(folder)?.port}/romslig`;
}

/** Ends the database that a killed program left running on the folder. */
export function endForsakenDatabase(folder: string): void {
  const { id = 0 } = postmasterOf(folder) ?? {};
  const line = spawnSync("ps", ["-o", "command=", "-p", String(id)], { encoding: "utf8" }).stdout;
  if (line.includes(folder)) process.kill(id, "SIGQUIT");
}
