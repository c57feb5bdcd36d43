import { sql } from "kysely";
import type { Db } from "./database/database.ts";
import { newId } from "./database/id.ts";

/** Something that happened and that others are to be told: by letter, webhook or live list. */
export interface Announcement {
  at: Temporal.Instant;
  /** "day_pass.held", "membership.ended" … */
  topic: string;
  /** The organizations it concerns: their webhooks are called. */
  organizationIds: string[];
  payload: Record<string, unknown>;
}

/** The database tells on this channel that something waits in the outbox. */
export const outboxChannel = "romslig_outbox";

/** Writes the announcements in the transaction that makes them true; they are taken out when it has committed. */
export async function announce(tx: Db, announcements: Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  // ids of one millisecond are in no order; the announcements are
  const ids = announcements.map(() => newId()).sort();
  const rows = announcements.map(({ at, topic, organizationIds, payload }, place) => ({
    id: ids[place] ?? newId(),
    happened_at: at,
    topic,
    organization_ids: organizationIds,
    payload: JSON.stringify(payload),
  }));
  await tx
    .with("written", (write) => write.insertInto("outbox").values(rows).returning("id"))
    .selectFrom("written")
    .select(sql`pg_notify(${outboxChannel}, '')`.as("told"))
    .limit(1)
    .execute();
}
