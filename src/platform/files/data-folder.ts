import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartFailure } from "../database/start-failure.ts";

/** Makes the data folder if there is none, and makes sure that it can be written to. @throws StartFailure */
export function requireDataFolder(folder: string): void {
  requireFolder(folder, `The data folder ${resolve(folder)} cannot be written to; choose another with ROMSLIG_DATA`);
}

/** Makes a folder if there is none, and makes sure that it can be written to. @throws StartFailure with the sentence when not */
export function requireFolder(folder: string, sentence: string, mode?: number): void {
  try {
    makeFolder(resolve(folder), mode);
    const probe = join(folder, `.write-test-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (cause) {
    throw new StartFailure(sentence, { cause });
  }
}

// From the top. Node's own recursive way never ends where a folder is there and yet none can be made in it, as in /proc.
function makeFolder(folder: string, mode: number | undefined): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), mode);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    // another process was quicker
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
