import { sql } from "kysely";
import type { Installation } from "../../../platform/installation.ts";
import { countEvents } from "./count-events.ts";

/** Counts the events that are over and not counted, so that whoever asks for figures in the morning does not wait for it. */
export async function countWhatIsOver({ db, now }: Pick<Installation, "db" | "now">): Promise<void> {
  await countEvents(db, sql`(select e.id from events e where e.status = 'published' and e.ends_at <= ${now()}::timestamptz)`);
}
