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

/** Writes the announcements in the transaction that makes them true; the outbox job sends them. */
export async function announce(tx: Db, announcements: Announcement[]): Promise<void> {
  if (announcements.length === 0) return;
  const rows = announcements.map(({ at, topic, organizationIds, payload }) => ({
    id: newId(),
    happened_at: at,
    topic,
    organization_ids: organizationIds,
    payload: JSON.stringify(payload),
  }));
  await tx.insertInto("outbox").values(rows).execute();
}
