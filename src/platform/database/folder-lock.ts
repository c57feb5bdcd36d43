import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Held by the one process that runs on a data folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process, or answers undefined when another has it. The lock is the operating system's own
 * (through SQLite, which locks its files on every system), so it ends with the process however that ends: there is no
 * process id to mistake for another's.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const file = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    file.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    file.close();
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return undefined;
    throw error;
  }
  return {
    release() {
      if (file.isOpen) file.close();
    },
  };
}
