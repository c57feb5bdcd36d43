import type { Tx } from "../../../src/platform/database/database.ts";
import { timeZone } from "../calendar.ts";
import { insertMany } from "../insert-all.ts";
import { insertCheckIns } from "../insert-check-ins.ts";
import { insertEntries } from "../insert-entries.ts";
import { insertParents } from "../insert-parents.ts";
import { insertPartners, type Shown } from "../insert-partners.ts";
import { readNetwork } from "../network.ts";
import { insertPlaced, type Placed, placeEvent } from "../place-events.ts";
import type { Demo } from "../read.ts";
import { insertMembers } from "./insert-members.ts";
import { eventsOfGroup } from "./plan-events.ts";
import { circleOf, type Guest, guestsOf } from "./plan-guests.ts";
import type { PlannedGroup } from "./year-contract.ts";

type Held = { group: PlannedGroup; placed: Placed[]; parentId: string | null };

/**
 * A year of a business network that is over: its members, what it held, and who came. The days are fixed, so it is made once, and
 * what is brought to today does not touch it (see `fixedUntil`).
 */
export async function insertYear(tx: Tx, demo: Demo, now: Temporal.Instant): Promise<void> {
  const { year } = demo;
  const before = await readNetwork(tx, demo);
  const organizationId = before.organizations.get(year.organization);
  if (!organizationId) return;
  const people = await insertMembers(tx, year, organizationId);
  const guests = people.filter(({ since }) => since < fixedUntil);
  // prices are those of members by then
  const network = await readNetwork(tx, demo);
  const parents = await insertParents(
    tx,
    year.groups.flatMap(({ slug, kind, title, descriptions }) =>
      kind && title && descriptions ? [{ slug, kind, title, descriptions, hosts: [year.organization] }] : [],
    ),
    network,
    Temporal.Instant.from("2022-12-01T09:00:00Z"),
  );
  const held = year.groups.map((group): Held => {
    const parentId = parents.get(group.slug) ?? null;
    return { group, parentId, placed: eventsOfGroup(year, group).flatMap((one) => placeEvent(one, parentId, network, now) ?? []) };
  });
  const placed = held.flatMap((one) => one.placed);
  await insertPlaced(tx, placed, now);
  await insertInvitations(tx, held, guests);
  const entries = held.flatMap((one) => guestsOf(one.group, one.placed, guests, now));
  await insertEntries(tx, entries, network, now);
  await insertCheckIns(
    tx,
    placed.map(({ eventId, startsAt, planned }) => ({ eventId, startsAt, came: planned.came ?? 0 })),
  );
  await insertPartners(tx, held.flatMap(partnersOf), Temporal.Instant.from("2023-09-01T09:00:00Z"));
}

/** What happened before this day stands as it was loaded, whatever day it is. */
export const fixedUntil = "2024-01-01";

async function insertInvitations(tx: Tx, held: readonly Held[], guests: readonly Guest[]): Promise<void> {
  await insertMany(
    tx,
    "event_invitations",
    held
      .filter(({ group }) => group.invited > 0)
      .flatMap(({ group, placed }) => {
        const asked = circleOf(group, guests);
        return placed.flatMap(({ eventId, startsAt }) =>
          asked.map(({ id }) => ({ event_id: eventId, person_id: id, invited_at: startsAt.subtract({ hours: 24 * 45 }) })),
        );
      }),
  );
}

function partnersOf({ group, placed, parentId }: Held): Shown[] {
  const [earliest] = placed;
  if (!earliest) return [];
  const first = dayOf(earliest.startsAt);
  const ofParent = group.partners.map((one) => ({
    ...{ ...one, eventId: null, parentId },
    exposures: [
      { kind: "event_page" as const, day: first.subtract({ days: 40 }) },
      ...(one.level === "main" ? [{ kind: "letter" as const, day: first.subtract({ days: 14 }), seenBy: 1480 }] : []),
    ],
  }));
  const ofEvents = placed.flatMap(({ planned, eventId, startsAt }) =>
    planned.partners.map((one) => ({
      ...{ ...one, eventId, parentId: null },
      exposures: [{ kind: "stage" as const, day: dayOf(startsAt), seenBy: planned.came ?? 0 }],
    })),
  );
  return [...ofParent, ...ofEvents];
}

function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}
