import type { Tx } from "../../src/platform/database/database.ts";
import { calendarAt } from "./calendar.ts";
import { chance } from "./chance.ts";
import { insertEntries } from "./insert-entries.ts";
import { insertParents } from "./insert-parents.ts";
import type { Network } from "./network.ts";
import { insertPlaced, type Planned, placeEvent } from "./place-events.ts";
import { entriesOf } from "./plan-entries.ts";
import type { Demo } from "./read.ts";

/** Adds the days of the series that are not there yet, from today on. */
export async function insertEveryDay(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const { everyDay: series } = demo;
  const known = await tx.selectFrom("event_parents").select("id").where("slug", "=", series.slug).executeTakeFirst();
  const made = known
    ? undefined
    : await insertParents(tx, [{ ...series, hosts: [series.host] }], network, now.subtract({ hours: 24 * 200 }));
  const parentId = known?.id ?? made?.get(series.slug) ?? null;
  const there = await tx.selectFrom("events").select("slug").where("parent_id", "=", parentId).execute();
  const { today } = calendarAt(now);
  const missing = Array.from({ length: series.days }, (_, index) => eventOn(series, today.add({ days: index }).toString())).filter(
    (event) => !there.some((one) => one.slug === event.slug),
  );
  const placed = missing.flatMap((event) => placeEvent(event, parentId, network, now) ?? []);
  await insertPlaced(tx, placed, now);
  await insertEntries(
    tx,
    placed.flatMap((one) => entriesOf(one, network, now)),
    network,
    now,
  );
}

function eventOn({ slug: name, title, descriptions, host, space, hours: open, size, fewest }: Demo["everyDay"], day: string): Planned {
  const eventSlug = `${name}-${day}`;
  const taken = fewest + chance(eventSlug).below(size - fewest);
  return {
    ...{ slug: eventSlug, title, descriptions, hosts: [host], day, hours: open, space, themes: [], rooms: [], partners: [] },
    ...{ languages: ["nb"], audience: "public", needsApproval: false, questions: [], own: [] },
    quotas: [{ name: "Bordet", size }],
    ticketTypes: [{ name: "Plass ved bordet", quotas: ["Bordet"], kroner: 0, taken, waiting: 0, most: 2 }],
  };
}
