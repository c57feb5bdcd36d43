import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartFailure } from "../database/start-failure.ts";

/** Makes the data folder if there is none, and makes sure that it can be written to. @throws StartFailure */
export function requireDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, `.write-test-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (cause) {
    throw new StartFailure(`The data folder ${resolve(folder)} cannot be written to; choose another with ROMSLIG_DATA`, { cause });
  }
}
