import { sql } from "kysely";
import type { Installation } from "../../../platform/installation.ts";

/** Forgets who stood in the queues of events that are over. */
export async function forgetQueues({ db, now }: Installation): Promise<void> {
  await sql`delete from event_queue q using events e where e.id = q.event_id and e.ends_at <= ${now()}`.execute(db);
}
