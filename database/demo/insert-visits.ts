import { newPassCode } from "../../src/features/exchange/day-pass.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { momentOf } from "../../src/platform/time/day.ts";
import { calendarAt } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** A few visitors around today in the hub's two houses: some in, some expected, some gone again; and who can be found at the kiosks. */
export async function insertVisits(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  const found = demo.visitors.found.flatMap(({ space, person }) => {
    const [house, known] = [network.houses.get(space), network.people.get(person)];
    return house && known ? [{ space_id: house.id, person_id: known.id, allowed_at: now }] : [];
  });
  await tx
    .insertInto("kiosk_names")
    .values(found)
    .onConflict((conflict) => conflict.constraint("kiosk_names_once").doNothing())
    .execute();
  const visits = demo.visitors.visits.flatMap((visit) => {
    const [house, visited] = [network.houses.get(visit.space), network.people.get(visit.visited)];
    if (!house || !visited) return [];
    const day = resolveDay(visit.day, calendar).toString();
    const expectedAt = momentOf(day, visit.time, house.timeZone);
    const leavesAt = expectedAt.add({ minutes: visit.minutes ?? 60 });
    const hasCome = visit.misses !== true && Temporal.Instant.compare(expectedAt, now) <= 0;
    const hasLeft = hasCome && Temporal.Instant.compare(leavesAt, now) <= 0;
    return [
      {
        space_id: house.id,
        id: newId(),
        name: visit.name,
        organization_name: visit.organization ?? null,
        language: visit.language ?? "nb",
        visited_id: visited.id,
        day,
        expected_at: expectedAt,
        code: newPassCode(),
        is_announced: true,
        registered_by: visited.id,
        arrived_at: hasCome ? expectedAt : null,
        left_at: hasLeft ? leavesAt : null,
        left_by: hasLeft ? "kiosk" : null,
        created_at: now,
      },
    ];
  });
  await insertAll(tx, "visits", visits);
}
