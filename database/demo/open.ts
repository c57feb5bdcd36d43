import type { Db } from "../../src/platform/database/database.ts";
import { isEmpty, loadDemo } from "./load.ts";
import { refreshDemo } from "./refresh.ts";

/** At the start in demo mode: loads the network into an empty installation, or brings the one that is there to today. */
export async function openDemo(db: Db, now: Temporal.Instant, tell: (line: string) => void): Promise<void> {
  if (!(await isEmpty(db))) {
    await refreshDemo(db, now);
    return;
  }
  tell("Loading the demonstration network …");
  await loadDemo(db, now);
}
