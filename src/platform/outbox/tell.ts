import { z } from "zod";
import { defineJob, handles, type JobHandler } from "../jobs/job.ts";
import type { Subscription } from "./subscription.ts";

/** Tells one subscription of one announcement. */
export const tellSubscription = defineJob("outbox.tell", z.strictObject({ announcementId: z.uuid(), subscription: z.string() }));

/** The handler, for the subscriptions there are. One that has been taken away since is told nothing. */
export function tellsSubscriptions(subscriptions: Subscription[]): JobHandler {
  return handles(tellSubscription, async (installation, payload) => {
    const subscription = subscriptions.find(({ name }) => name === payload.subscription);
    const announced = await installation.db
      .selectFrom("outbox")
      .select(["id", "happened_at as happenedAt", "topic", "organization_ids as organizationIds", "payload"])
      .where("id", "=", payload.announcementId)
      .executeTakeFirst();
    if (!subscription || !announced) return;
    await installation.db.transaction().execute((tx) => subscription.tell(tx, announced, installation));
  });
}
