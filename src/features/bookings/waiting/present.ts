import type { Db } from "../../../platform/database/database.ts";
import { placesInLine, type WaitRow } from "./queries.ts";
import { stateOf } from "./wait.ts";

/** Waits as the one who waits sees them. */
export async function presentWaits(db: Db, rows: WaitRow[], now: Temporal.Instant) {
  const places = await placesInLine(
    db,
    rows.filter((row) => stateOf(row, now) === "waiting"),
  );
  return rows.map((row) => {
    const state = stateOf(row, now);
    return {
      id: row.id,
      state,
      space: { id: row.space_id, slug: row.space_slug, name: row.space_name },
      resource: { id: row.resource_id, name: row.resource_name },
      timeZone: row.time_zone,
      startsAt: row.wanted_from.toString(),
      endsAt: row.wanted_until.toString(),
      minutes: row.minutes,
      place: places.get(row.id) ?? null,
      offer: state === "offered" ? offerOf(row) : null,
      abilities: { leave: state === "waiting" || state === "offered" },
    };
  });
}

/** Waits as the desk sees them. */
export async function presentLine(db: Db, rows: WaitRow[], now: Temporal.Instant) {
  const shown = await presentWaits(db, rows, now);
  return rows.flatMap((row, index) => {
    const wait = shown[index];
    if (!wait) return [];
    const { space: _, abilities: __, ...rest } = wait;
    const person = { id: row.person_id, name: row.person_name };
    return [{ ...rest, person, title: row.title, people: row.people, askedAt: row.asked_at.toString() }];
  });
}

function offerOf({ id, starts_at, ends_at, held_until }: WaitRow) {
  if (starts_at === null || ends_at === null || held_until === null) return null;
  return { bookingId: id, startsAt: starts_at.toString(), endsAt: ends_at.toString(), heldUntil: held_until.toString() };
}
