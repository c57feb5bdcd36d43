import type { Installation } from "../../../platform/installation.ts";
import { takeDue } from "./queries.ts";
import { readOutsideCalendar } from "./read-outside-calendar.ts";

const mostAtOnce = 4;
const mostInRun = 200;

/** Reads the calendars whose turn it is, a few at a time: one slow address keeps only itself waiting. */
export async function readDueCalendars(installation: Installation, signal: AbortSignal): Promise<void> {
  const due = await takeDue(installation.db, installation.now(), mostInRun);
  const failed: unknown[] = [];
  const next = async (): Promise<void> => {
    for (let id = due.shift(); id !== undefined && !signal.aborted; id = due.shift()) {
      // one that cannot be written must not keep the others from being read
      await readOutsideCalendar(installation, id, signal).catch((error: unknown) => failed.push(error));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, next));
  if (failed.length > 0) throw failed[0];
}
