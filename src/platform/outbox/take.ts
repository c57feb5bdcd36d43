import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Installation } from "../installation.ts";
import { enqueueAll } from "../jobs/enqueue.ts";
import { publish } from "../live/publish.ts";
import { addDeliveries } from "../webhooks/add-deliveries.ts";
import { type Announced, covers, type Subscription } from "./subscription.ts";
import { tellSubscription } from "./tell.ts";

const takenAtOnce = 200;

// one process takes at a time, so that announcements are taken in order
const takingLock = 4_017_003;

/** The live channel on which each organization's announcements are hinted at: `{ topics: ["day_pass.held"] }`. */
export function organizationChannel(organizationId: string): string {
  return `organization:${organizationId}`;
}

/**
 * Takes what waits in the outbox, oldest first, and gives it to everyone concerned: a delivery for each webhook, a job for
 * each subscription, a hint on the organization's live channel. All of it commits with the taking, so nothing is lost or
 * given twice, whenever the process dies. @returns how many were taken
 */
export async function takeAnnouncements(installation: Installation, subscriptions: Subscription[]): Promise<number> {
  for (let taken = 0; ; ) {
    const count = await installation.db.transaction().execute((tx) => takeSome(tx, installation.now(), subscriptions));
    taken += count;
    if (count < takenAtOnce) return taken;
  }
}

async function takeSome(tx: Db, now: Temporal.Instant, subscriptions: Subscription[]): Promise<number> {
  await sql`select pg_advisory_xact_lock(${takingLock})`.execute(tx);
  const waiting = await tx
    .selectFrom("outbox")
    .select(["id", "happened_at as happenedAt", "topic", "organization_ids as organizationIds", "payload"])
    .where("taken_at", "is", null)
    .orderBy("id")
    .limit(takenAtOnce)
    .execute();
  if (waiting.length === 0) return 0;
  await addDeliveries(tx, waiting, now);
  await enqueueAll(
    tx,
    tellSubscription,
    subscriptions.flatMap((subscription) => tellingsOf(subscription, waiting)),
  );
  for (const [organizationId, topics] of topicsByOrganization(waiting)) {
    await publish(tx, organizationChannel(organizationId), { topics: [...topics] });
  }
  await tx
    .updateTable("outbox")
    .set({ taken_at: now })
    .where(
      "id",
      "in",
      waiting.map(({ id }) => id),
    )
    .execute();
  return waiting.length;
}

function tellingsOf({ name, topics, together }: Subscription, waiting: Announced[]) {
  const concerned = waiting.filter(({ topic }) => covers(topics, topic));
  if (!together) return concerned.map(({ id }) => ({ payload: { announcementId: id, subscription: name } }));
  const last = new Map(concerned.map((announced) => [together(announced), announced.id]));
  return [...last].map(([key, id]) => ({ payload: { announcementId: id, subscription: name }, jobKey: `${name}/${key}` }));
}

function topicsByOrganization(waiting: Announced[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { organizationIds, topic } of waiting) {
    for (const id of organizationIds) found.set(id, (found.get(id) ?? new Set()).add(topic));
  }
  return found;
}
