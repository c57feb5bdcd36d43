import type { Db } from "../../src/platform/database/database.ts";
import type { Files } from "../../src/platform/files/files.ts";
import { writeDesigns } from "./insert-orders.ts";
import { isEmpty, loadDemo } from "./load.ts";
import { readDemo } from "./read.ts";
import { refreshDemo } from "./refresh.ts";

/** At the start in demo mode: loads the network into an empty installation, or brings the one that is there to today. */
export async function openDemo(db: Db, files: Files, now: Temporal.Instant, tell: (line: string) => void): Promise<void> {
  if (await isEmpty(db)) {
    tell("Loading the demonstration network …");
    await loadDemo(db, now);
  } else await refreshDemo(db, now);
  await writeDesigns(db, files, readDemo());
}
