import type { Tx } from "../../src/platform/database/database.ts";
import { insertEntries } from "./insert-entries.ts";
import { insertParents } from "./insert-parents.ts";
import type { Network } from "./network.ts";
import { insertPlaced, placeEvent } from "./place-events.ts";
import { entriesOf } from "./plan-entries.ts";
import type { Demo } from "./read.ts";

/** Events by their slug. */
export type HeldEvents = Map<string, { eventId: string; startsAt: Temporal.Instant }>;

/** The calendar of events with those who have registered, and what the quotas have left of it. */
export async function insertEvents(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<HeldEvents> {
  const parents = await insertParents(tx, demo.eventParents, network, now.subtract({ hours: 24 * 40 }));
  const all = [
    ...demo.events.map((planned) => ({ planned, parentId: null })),
    ...demo.eventParents.flatMap(({ slug, events }) => events.map((planned) => ({ planned, parentId: parents.get(slug) ?? null }))),
  ];
  const placed = all.flatMap(({ planned, parentId }) => placeEvent(planned, parentId, network, now) ?? []);
  await insertPlaced(tx, placed, now);
  const entries = placed.flatMap((one) => entriesOf(one, network, now));
  await insertEntries(tx, entries, network, now);
  return new Map(placed.map(({ planned, eventId, startsAt }) => [planned.slug, { eventId, startsAt }]));
}
