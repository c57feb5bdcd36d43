import { z } from "zod";
import { defineJob, handles } from "./jobs/job.ts";

/** Clears away what is kept for a time only: answered keys for a day; announcements, their deliveries and letters for ninety; tries as long as they count. */
export const tidy = defineJob("ground.tidy", z.strictObject({}));

export const tidies = handles(tidy, async ({ db, now }) => {
  const yesterday = now().subtract({ hours: 24 });
  const longAgo = now().subtract({ hours: 24 * 90 });
  await db.deleteFrom("idempotency_keys").where("created_at", "<", yesterday).execute();
  await db.deleteFrom("counted_tries").where("spent_until", "<", now()).execute();
  await db
    .deleteFrom("webhook_deliveries")
    .where((where) => where.or([where("delivered_at", "<", longAgo), where("gave_up_at", "<", longAgo)]))
    .execute();
  await db.deleteFrom("outbox").where("taken_at", "<", longAgo).execute();
  // people stand in them
  await db.deleteFrom("letters").where("created_at", "<", longAgo).execute();
});
