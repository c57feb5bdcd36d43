import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Held by the one process that runs on a data folder. */
export interface FolderLock {
  /** Whether the folder of that name still is the one that was taken: it may have been deleted, and another made in its place. */
  isOfFolder(): boolean;
  release(): void;
}

/**
 * Takes the folder for this process, or answers undefined when another has it. The lock is the operating system's own
 * (through SQLite, which locks its files on every system), so it ends with the process however that ends: there is no
 * process id to mistake for another's.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const path = join(folder, "lock");
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    file.close();
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return undefined;
    throw error;
  }
  // the number of a file that is open is given to no other
  const taken = statSync(path, { bigint: true });
  return {
    isOfFolder() {
      const now = statSync(path, { bigint: true, throwIfNoEntry: false });
      return now?.ino === taken.ino && now.dev === taken.dev;
    },
    release() {
      if (file.isOpen) file.close();
    },
  };
}
